// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answeredJustNow } from '../../console/reply/just-answered.tsx'
import { PendingReplies } from '../../console/reply/pending-replies.tsx'
import { ReplyBox } from '../../console/reply/reply-box.tsx'
import { readWritten } from '../../console/reply/written.ts'
import { contact } from './contacts.ts'
import { conversation, customer, press, reply, showReplying, type } from './reply-console.tsx'

// jsdom has no layout to scroll.
window.scrollTo = () => undefined
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const mail = contact({ conversation: 'm1', subject: 'My order' })
const entries = { 'GET /v1/conversations/m1?limit=50': { conversation: {}, entries: [mail] } }
const box = (
  <ReplyBox conversation={conversation()} customer={customer()} loaded={[]} others={[]} onTyping={() => undefined} />
)
const answer = 'Answer to the customer'
const written = () => readWritten('anna', 'm1')
const post = 'POST /v1/conversations/m1/reply'
const put = 'PUT /v1/conversations/m1/draft'
const ended = { status: 401, title: 'Sign in again' }

describe('what was written is there again', () => {
  test('after the network was lost: it goes to the API once that can be reached', async () => {
    let tries = 0
    const { asked } = await showReplying(box, {
      ...entries,
      [put]: body => {
        tries += 1
        return tries === 1 ? 'away' : { draft: { ...Object(body), author: 'anna', version: 1 } }
      },
    })
    await screen.findByText(/^from /)
    type(answer, 'On Thursday.')
    await screen.findByText('Kept in this browser', {}, { timeout: 4000 })
    type(answer, 'On Thursday, I think.')
    await screen.findByText('Kept, colleagues can see it', {}, { timeout: 4000 })
    expect(asked(put).at(-1)).toMatchObject({ text: 'On Thursday, I think.' })
  })

  test('after the page was loaded again: words, subject, copies and files, also of the note', async () => {
    const first = await showReplying(box, entries)
    await screen.findByText(/^from /)
    type(answer, 'On Thursday.')
    type('Subject', 'Your kettle')
    press('Add Cc')
    type('Cc', 'carol@example.com')
    fireEvent.click(screen.getByRole('tab', { name: 'Internal note' }))
    type('Note for colleagues', 'Half a thought')
    first.unmount()
    await showReplying(box, entries)
    expect(await screen.findByLabelText(answer)).toHaveProperty('value', 'On Thursday.')
    expect(screen.getByLabelText('Subject')).toHaveProperty('value', 'Your kettle')
    expect(screen.getByLabelText('Cc')).toHaveProperty('value', 'carol@example.com')
    fireEvent.click(screen.getByRole('tab', { name: 'Internal note' }))
    expect(screen.getByLabelText('Note for colleagues')).toHaveProperty('value', 'Half a thought')
  })

  test('after the sign-in had ended: nothing is sent, nothing is lost, and signing in again finds it', async () => {
    const first = await showReplying(box, { ...entries, [put]: ended, [post]: ended })
    await screen.findByText(/^from /)
    type(answer, 'On Thursday.')
    press('Send')
    await screen.findByText('Your sign-in has ended. Sign in again.')
    expect(screen.getByLabelText(answer)).toHaveProperty('value', 'On Thursday.')
    first.unmount()
    const { asked } = await showReplying(box, { ...entries, [post]: reply() })
    expect(await screen.findByLabelText(answer)).toHaveProperty('value', 'On Thursday.')
    await screen.findByText(/^from /)
    press('Send')
    await screen.findByText('Your answer goes to Alice.')
    expect(asked(post)).toHaveLength(1)
  })

  test('with its files by name, when it was begun on another machine', async () => {
    const file = { id: 'f'.repeat(32), name: 'receipt.pdf', mediaType: 'application/pdf', bytes: 48_213 }
    const draft = {
      ...{ author: 'anna', authorName: 'Anna Müller (anna)', text: 'With the receipt', attachments: [file.id] },
      ...{ files: [file], version: 7, updatedAt: '2026-03-02T11:00:00.000Z', updatedBy: 'Anna Müller (anna)' },
    }
    await showReplying(box, { ...entries, 'GET /v1/conversations/m1/drafts': { items: [draft] } })
    await screen.findByText('receipt.pdf')
    expect(written().files).toEqual([file])
  })
})

test('copies go along, and what is no address keeps the mail from going out', async () => {
  const { asked } = await showReplying(box, { ...entries, [post]: reply() })
  await screen.findByText(/^from /)
  type(answer, 'On Thursday.')
  press('Add Cc')
  type('Cc', 'carol@example.com, dave')
  expect(screen.getByText('This is no address: dave.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
  type('Cc', 'carol@example.com; dave@example.com')
  press('Send')
  await screen.findByText('Your answer goes to Alice.')
  expect(asked(post)).toMatchObject([{ cc: ['carol@example.com', 'dave@example.com'] }])
})

describe('an answer that is to be sent once more', () => {
  const refusals = [
    { kind: 'another-answer', message: 'Somebody else has answered meanwhile.', entryIds: ['r2'], waivable: true },
  ]
  const byBen = reply({
    ...{ id: 'r2', by: 'ben', actor: 'Ben Ashby (ben-ashby)', text: 'It is there.', status: 'sent' },
    createdAt: new Date(Date.now() - 2 * 60_000).toISOString(),
  })

  test.each([
    ['failed', 'Try again', 'retry', {}],
    ['unknown', 'It is not there: send it again', 'settle', { sent: false }],
  ] as const)('%s: says what speaks against it now, and goes out when a person waives that', async (...given) => {
    const [status, button, act, body] = given
    const { asked } = await showReplying(<PendingReplies conversation="m1" entries={[]} />, {
      'GET /v1/conversations/m1/replies': {
        items: [byBen, reply({ status, mayBeUndone: false, createdAt: byBen.createdAt })],
      },
      [`POST /v1/replies/r1/${act}`]: sent =>
        Object(sent).waive.length === 0 ? { status: 409, title: 'held', refusals } : reply({ status: 'waiting' }),
    })
    await screen.findByRole('button', { name: button })
    press(button)
    await screen.findByText(/Somebody else has answered meanwhile/)
    expect(screen.getByRole('alert').textContent).toMatch(/Ben Ashby answered 2 min\. ago\..*It is there\./)
    press('Send anyway')
    await waitFor(() =>
      expect(asked(`POST /v1/replies/r1/${act}`)).toEqual([
        { ...body, waive: [] },
        { ...body, waive: ['another-answer', 'another-answer:r2'] },
      ]),
    )
    await screen.findByText('On its way')
    expect(screen.queryByText(/Somebody else has answered/)).toBeNull()
  })
})

describe('a colleague who answered just now', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-03-02T10:00:00.000Z') + minutes * 60_000).toISOString()
  const now = Date.parse(at(0))
  const theirs = reply({ by: 'ben', actor: 'Ben Ashby (ben-ashby)', createdAt: at(-2), status: 'sent' })

  test('is named before one answers, too', async () => {
    const recent = { ...theirs, createdAt: new Date(Date.now() - 2 * 60_000).toISOString() }
    await showReplying(box, { ...entries, 'GET /v1/conversations/m1/replies': { items: [recent] } })
    await screen.findByText('Ben Ashby answered')
    expect(screen.getByText(/Read it before you answer, too/)).toBeTruthy()
  })

  test('is passed over when it was oneself, long ago, taken back, or before the customer spoke again', () => {
    const of = (one: typeof theirs, receivedAt = at(-9)) =>
      answeredJustNow({ me: 'anna', replies: [one], entries: [contact({ receivedAt })] }, now)
    expect(of(theirs)).toBe(theirs)
    for (const other of [{ by: 'anna' }, { createdAt: at(-11) }, { status: 'undone' }, { status: 'failed' }] as const)
      expect(of({ ...theirs, ...other })).toBeUndefined()
    expect(of(theirs, at(-1))).toBeUndefined()
  })
})
