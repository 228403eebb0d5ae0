import type { RewriteBrief } from '../../core/brief/rewrite.ts'
import { once } from './once.ts'

/** Briefs by a foundation model, whose client is read when it is asked first (lib/bundling/later-parts.ts). */
export function briefsBy(modelId: string): RewriteBrief {
  const loaded = once(async () => (await import('./model-briefs.ts')).modelBriefs(modelId))
  return async lines => (await loaded())(lines)
}
