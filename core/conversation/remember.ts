import type { Conversation } from './conversation.ts'
import { withMatter } from './matters.ts'
import type { ConversationStore, ConversationWrite } from './store.ts'

/** What to write so that the stream of a conversation knows it as one that contacts may join: new, or open again. */
export async function rememberedBy(
  { store }: { store: Pick<ConversationStore, 'readMatters'> },
  { anchor, id }: Pick<Conversation, 'anchor' | 'id'>,
): Promise<ConversationWrite['matters']> {
  const { matters } = await store.readMatters([anchor], [])
  const here = matters.get(anchor)
  const next = { open: withMatter(here?.open ?? [], id), stated: here?.stated ?? [] }
  return [{ stream: anchor, next, was: here?.version }]
}
