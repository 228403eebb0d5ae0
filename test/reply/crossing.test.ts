import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { type AboutToAnswer, crossingsOf } from '../../core/reply/crossing.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { sentContactId } from '../../core/reply/sent-contact-id.ts'
import type { ContactEntry, EventEntry } from '../../core/timeline/entry.ts'
import { answerAt, callAt, mailAt } from '../conversation/contacts.ts'

const conversation = { id: 'c1', joined: ['c2'] }

const entryOf = (contact: Contact, label = 'c1'): ContactEntry => ({
  ...{ type: 'contact', entryId: contact.id, version: 1, conversation: label },
  place: { stream: 'email:alice@example.com', sortAt: contact.occurredAt },
  state: { sortAt: contact.occurredAt, parts: [contact] },
})

const at = (time: string) => `2026-03-0${time}:00.000Z`

const replyBy = (by: string, time: string, differing: Partial<Reply> = {}): Reply => ({
  ...{ v: 1, id: contactId('reply', by, time), version: 1, purpose: 'reply', conversation: 'c1' },
  ...{ anchor: 'email:alice@example.com', brand: 'main', department: 'service', by, actor: by },
  route: {
    ...{ source: 'main', network: 'mail', form: 'mail', account: 'main', cc: [], references: [] },
    to: [{ identifier: { type: 'email', value: 'alice@example.com' } }],
  },
  content: { text: 'It comes tomorrow.', attachments: [] },
  ...{ createdAt: at(time), sendAt: at(time), nextAt: at(time), status: 'waiting', tries: 0 },
  ...differing,
})

const first = mailAt('first', '2T09:00', 'Where is my parcel?')
const about = (differing: Partial<AboutToAnswer> = {}): AboutToAnswer => ({
  ...{ author: 'kim', seen: first.id, now: at('2T12:00'), conversation, entries: [entryOf(first)], replies: [] },
  ...differing,
})

describe('an answer crosses', () => {
  test('nothing, where its author has seen everything', () => {
    expect(crossingsOf(about())).toEqual([])
    expect(crossingsOf(about({ seen: first.occurredAt }))).toEqual([])
    expect(crossingsOf(about({ seen: at('2T09:01') }))).toEqual([])
    expect(crossingsOf(about({ seen: undefined }))).toEqual([])
  })

  test('the answer that somebody else gave since, whatever became of it but that it was taken back or failed', () => {
    for (const status of ['waiting', 'sending', 'sent', 'unknown'] as const) {
      const reply = replyBy('sam', '2T09:30', { status })
      expect(crossingsOf(about({ replies: [reply] }))).toEqual([
        { crosses: 'another-answer', by: 'sam', at: reply.createdAt, entryId: reply.id },
      ])
    }
    for (const status of ['failed', 'undone'] as const)
      expect(crossingsOf(about({ replies: [replyBy('sam', '2T09:30', { status })] }))).toEqual([])
  })

  test('neither their own, nor one that they have seen, nor a survey', () => {
    const sams = replyBy('sam', '2T09:30')
    expect(crossingsOf(about({ replies: [replyBy('kim', '2T09:30')] }))).toEqual([])
    expect(crossingsOf(about({ replies: [sams], seen: sams.id }))).toEqual([])
    expect(crossingsOf(about({ replies: [sams], seen: at('2T09:30') }))).toEqual([])
    expect(crossingsOf(about({ replies: [{ ...sams, purpose: 'survey' }] }))).toEqual([])
  })

  test('an answer that was given elsewhere, once: not again as the contact of a reply', () => {
    const answered = answerAt('answer', '2T10:00', 'It comes tomorrow.', first)
    const elsewhere = crossingsOf(about({ entries: [entryOf({ ...answered, agent: 'sam' }), entryOf(first)] }))
    expect(elsewhere).toEqual([{ crosses: 'another-answer', by: 'sam', at: at('2T10:00'), entryId: answered.id }])
    const sent = replyBy('kim', '2T10:00', { status: 'sent', providerId: '<1@company.example>' })
    const echo = { ...answered, id: sentContactId(sent) }
    expect(crossingsOf(about({ entries: [entryOf(echo), entryOf(first)], replies: [sent] }))).toEqual([])
    const missed = { ...callAt('call', '2T10:00', false), direction: 'outbound' as const }
    expect(crossingsOf(about({ entries: [entryOf(missed), entryOf(first)] }))).toEqual([])
  })

  test('what the customer wrote since, also into what was joined, but not what a machine wrote, nor other matters', () => {
    const again = mailAt('again', '2T09:40', 'It is here now!')
    const crossing = [{ crosses: 'new-contact', at: at('2T09:40'), entryId: again.id }]
    expect(crossingsOf(about({ entries: [entryOf(again), entryOf(first)] }))).toEqual(crossing)
    expect(crossingsOf(about({ entries: [entryOf(again, 'c2'), entryOf(first)] }))).toEqual(crossing)
    expect(crossingsOf(about({ entries: [entryOf(again, 'c3'), entryOf(first)] }))).toEqual([])
    const automatic = entryOf({ ...again, automatic: 'auto-reply' })
    expect(crossingsOf(about({ entries: [automatic, entryOf(first)] }))).toEqual([])
    const gone = entryOf(again)
    gone.state.deletedAt = at('2T09:50')
    expect(crossingsOf(about({ entries: [gone, entryOf(first)] }))).toEqual([])
  })

  test('a mail that was long under way, though it stands before what was there when they looked', () => {
    const late = { ...mailAt('late', '2T09:20', 'Stop, it is here.'), receivedAt: at('2T10:30') }
    const entries = [entryOf(late), entryOf(first)]
    expect(crossingsOf(about({ entries, seen: at('2T10:00') }))).toMatchObject([{ entryId: late.id }])
    expect(crossingsOf(about({ entries, seen: at('2T10:31') }))).toEqual([])
  })

  test('what came after a note, or a reply, that was the newest they had seen', () => {
    const again = entryOf(mailAt('again', '2T09:40', 'It is here now!'))
    const noted = (minute: string): EventEntry => ({
      ...{ type: 'event', entryId: `note ${minute}`, place: { stream: 'email:alice@example.com', sortAt: at(minute) } },
      event: { v: 1, type: 'note', at: at(minute), actor: 'sam', text: 'hm', mentions: [] },
    })
    const entries = [noted('2T09:50'), again, noted('2T09:30'), entryOf(first)]
    expect(crossingsOf(about({ entries, seen: 'note 2T09:30' }))).toMatchObject([{ entryId: again.entryId }])
    expect(crossingsOf(about({ entries, seen: 'note 2T09:50' }))).toEqual([])
    const [seen, later] = [replyBy('sam', '2T09:30'), replyBy('lee', '2T09:45')]
    const crossed = crossingsOf(about({ entries, seen: seen.id, replies: [later, seen] }))
    expect(crossed).toMatchObject([{ by: 'lee', entryId: later.id }, { entryId: again.entryId }])
    expect(crossingsOf(about({ entries, seen: later.id, replies: [later, seen] }))).toEqual([])
  })

  test('what it names that nobody knows here says nothing', () => {
    for (const seen of ['0'.repeat(32), 'f'.repeat(32)]) {
      const replies = [replyBy('sam', '2T09:30', { status: 'sent' }), replyBy('lee', '2T09:40')]
      expect(crossingsOf(about({ seen, replies }))).toMatchObject([{ by: 'lee' }])
      expect(crossingsOf(about({ seen }))).toEqual([])
    }
  })

  test('for who does not say what they have seen: answers on their way, or of just now', () => {
    const unsaid = { seen: undefined }
    expect(crossingsOf(about({ ...unsaid, replies: [replyBy('sam', '2T09:30')] }))).toHaveLength(1)
    const justNow = replyBy('sam', '2T12:00', { status: 'sent' })
    expect(crossingsOf(about({ ...unsaid, replies: [justNow] }))).toHaveLength(1)
    expect(crossingsOf(about({ ...unsaid, replies: [{ ...justNow, createdAt: at('2T09:30') }] }))).toEqual([])
  })
})

test('whoever has seen the newest of all crosses nothing; whoever has seen one less is shown what is missing', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 2, maxLength: 10 })
  fc.assert(
    fc.property(minutes, unordered => {
      const times = unordered.toSorted((a, b) => a - b).map(minute => `2T09:${String(minute).padStart(2, '0')}`)
      const contacts = times.map((time, n) => mailAt(`mail ${n}`, time, 'hello'))
      const entries = contacts.map(contact => entryOf(contact)).toReversed()
      const [newest, before] = contacts.toReversed()
      expect(crossingsOf(about({ entries, seen: newest?.id }))).toEqual([])
      expect(crossingsOf(about({ entries, seen: before?.id }))).toMatchObject([{ entryId: newest?.id }])
    }),
  )
})

test('of agents who answer at the same moment one does, and every other is shown that answer', async () => {
  const store = replyStore(memoryTable())
  const answer = async (reply: Reply) => {
    for (;;) {
      const { replies, version } = await store.ofConversation('c1', 20)
      const crossings = crossingsOf(about({ author: reply.by, seen: first.id, replies }))
      if (crossings.length > 0) return crossings
      if (await store.create(reply, version)) return 'accepted'
    }
  }
  const agents = ['kim', 'sam', 'lee', 'ann', 'joe']
  const answers = agents.map(by => replyBy(by, '2T12:00'))
  const became = await Promise.all(answers.map(answer))
  const accepted = answers.filter((_, n) => became[n] === 'accepted')
  expect(accepted).toHaveLength(1)
  const crossed = became.filter(one => one !== 'accepted')
  expect(crossed).toEqual(
    Array.from({ length: 4 }, () => [
      { crosses: 'another-answer', by: accepted[0]?.by, at: at('2T12:00'), entryId: accepted[0]?.id },
    ]),
  )
})
