import { expect, test } from 'vitest'
import { draftStore } from '../../adapters/dynamodb/draft-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { type Saving, saveDraft } from '../../core/draft/save-draft.ts'
import { describeOnEveryTable } from '../engines.ts'

const day = 86_400_000
const start = Date.parse('2026-03-01T09:00:00.000Z')
const content = (text: string) => ({ text, attachments: [] })
const saving = (text: string, differing: Partial<Saving> = {}, author = 'anna'): Saving => ({
  draft: { conversation: 'c1', author, authorName: author, content: content(text) },
  was: undefined,
  updatedBy: author,
  now: new Date(start).toISOString(),
  isAuthor: true,
  ...differing,
})

function makeDrafts(table: Table) {
  const clock = { now: start }
  return { clock, drafts: draftStore(table, () => clock.now) }
}

describeOnEveryTable('drafts', makeTable => {
  test('are one for each person of a conversation, and colleagues see them all', async () => {
    const { drafts } = makeDrafts(await makeTable())
    await saveDraft(drafts, saving('mine'))
    await saveDraft(drafts, saving('yours', {}, 'bob'))
    await saveDraft(drafts, saving('elsewhere', { draft: { ...saving('x').draft, conversation: 'c2' } }))
    const found = await drafts.ofConversation('c1')
    expect(found.map(({ author, content: { text } }) => `${author}: ${text}`)).toEqual(['anna: mine', 'bob: yours'])
  })

  test('change on the version that was seen only; else what stands there is told', async () => {
    const { drafts } = makeDrafts(await makeTable())
    const first = await saveDraft(drafts, saving('one'))
    if (first.outcome !== 'saved') throw new Error('not saved')
    const was = first.draft.version
    expect(await saveDraft(drafts, saving('two', { was }))).toMatchObject({
      outcome: 'saved',
      draft: { version: was + 1 },
    })
    const late = saving('three', { was, isAuthor: false, updatedBy: 'bob' })
    expect(await saveDraft(drafts, late)).toMatchObject({ outcome: 'changed', stands: { content: content('two') } })
    expect(await saveDraft(drafts, saving('anew'))).toMatchObject({ outcome: 'changed', stands: { version: was + 1 } })
    expect(await saveDraft(drafts, saving('', { was }))).toMatchObject({ outcome: 'changed' })
  })

  test('of two who save at once one is told what the other wrote', async () => {
    const { drafts } = makeDrafts(await makeTable())
    const outcomes = await Promise.all(['one', 'two'].map(text => saveDraft(drafts, saving(text))))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'saved'])
  })

  test('are gone with an empty text or once sent, and a version is never used again', async () => {
    const { drafts } = makeDrafts(await makeTable())
    const first = await saveDraft(drafts, saving('one'))
    if (first.outcome !== 'saved') throw new Error('not saved')
    expect(await saveDraft(drafts, saving(' ', { was: first.draft.version }))).toEqual({ outcome: 'gone' })
    expect(await saveDraft(drafts, saving('', { was: first.draft.version }))).toEqual({ outcome: 'gone' })
    const now = new Date(start + 1).toISOString()
    await saveDraft(drafts, saving('again', { now }))
    expect(await saveDraft(drafts, saving('late', { was: first.draft.version, now }))).toMatchObject({
      outcome: 'changed',
    })
    await drafts.discard('c1', 'anna')
    expect(await saveDraft(drafts, saving('later', { was: start + 1 }))).toEqual({
      outcome: 'changed',
      stands: undefined,
    })
    expect(await drafts.ofConversation('c1')).toEqual([])
  })

  test('are begun by their author alone', async () => {
    const { drafts } = makeDrafts(await makeTable())
    expect(await saveDraft(drafts, saving('hers', { isAuthor: false }))).toEqual({ outcome: 'not-begun' })
  })

  test('end after ninety days, whether the table has dropped them or not', async () => {
    const { drafts, clock } = makeDrafts(await makeTable())
    await saveDraft(drafts, saving('old'))
    clock.now = start + 90 * day - 1
    expect(await drafts.ofConversation('c1')).toHaveLength(1)
    clock.now = start + 90 * day
    expect([await drafts.ofConversation('c1'), await drafts.read('c1', 'anna')]).toEqual([[], undefined])
    const now = new Date(clock.now).toISOString()
    expect(await saveDraft(drafts, saving('new', { now }))).toMatchObject({ outcome: 'saved' })
  })
})
