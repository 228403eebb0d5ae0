import type { Draft } from './draft.ts'
import type { DraftStore } from './store.ts'

/** What somebody wants a draft to be; `was` is the version they saw, undefined: none. */
export type Saving = {
  draft: Pick<Draft, 'conversation' | 'author' | 'authorName' | 'content'>
  was: number | undefined
  updatedBy: string
  /** RFC 3339 UTC, ms. */
  now: string
  isAuthor: boolean
}

/**
 * What became of it: stored; gone, because the text was empty; or `changed` meanwhile by somebody else, with what stands
 * there now (undefined: it was sent or thrown away); `not-begun`: only the author begins a draft.
 */
export type Saved =
  | { outcome: 'saved'; draft: Draft }
  | { outcome: 'gone' }
  | { outcome: 'changed'; stands: Draft | undefined }
  | { outcome: 'not-begun' }

/** Stores a draft, or throws it away where its text is empty and nothing hangs on it. */
export async function saveDraft(store: DraftStore, saving: Saving): Promise<Saved> {
  const { draft, was, isAuthor } = saving
  const isEmpty = draft.content.text.trim() === '' && draft.content.attachments.length === 0
  if (isEmpty) return throwAway(store, draft, was)
  if (was === undefined && !isAuthor) {
    const stands = await store.read(draft.conversation, draft.author)
    return stands === undefined ? { outcome: 'not-begun' } : { outcome: 'changed', stands }
  }
  const next = nextDraft(saving)
  if (await store.write(next, was)) return { outcome: 'saved', draft: next }
  return { outcome: 'changed', stands: await store.read(draft.conversation, draft.author) }
}

async function throwAway(
  store: DraftStore,
  { conversation, author }: Saving['draft'],
  was: number | undefined,
): Promise<Saved> {
  if (was !== undefined && (await store.remove(conversation, author, was))) return { outcome: 'gone' }
  const stands = await store.read(conversation, author)
  return stands === undefined ? { outcome: 'gone' } : { outcome: 'changed', stands }
}

/** Versions come from the clock, so that one which begins anew never bears the version of an old one. */
const nextDraft = ({ draft, was = 0, updatedBy, now }: Saving): Draft => ({
  ...{ v: 1, ...draft },
  version: Math.max(was + 1, Date.parse(now)),
  updatedAt: now,
  updatedBy,
})
