import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { impatient } from '../../adapters/bedrock/converse.ts'
import { rewriteBrief } from '../../adapters/bedrock/rewrite-brief.ts'
import type { RewriteBrief } from '../../core/brief/rewrite.ts'
import { errorFields, log } from './log.ts'

/** Briefs in the words of a foundation model of this region. A failure is noted for operators, agents see the plain brief. */
export function modelBriefs(modelId: string): RewriteBrief {
  const rewrite = rewriteBrief(new BedrockRuntimeClient(impatient), modelId)
  return async lines => {
    try {
      return await rewrite(lines)
    } catch (error) {
      log('WARN', 'plainBrief', errorFields(error))
      throw error
    }
  }
}
