// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepDraft, readDraft } from '../../console/drafts/drafts.ts'
import { ReplyBox } from '../../console/reply/reply-box.tsx'
import { changeWritten, nothingWritten, readWritten } from '../../console/reply/written.ts'
import { contact } from './contacts.ts'
import { conversation, customer, member, phone, press, reply, showReplying, type } from './reply-console.tsx'

// jsdom has no layout to scroll.
window.scrollTo = () => undefined
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const here = (differing = {}) => contact({ conversation: 'm1', subject: 'My order', ...differing })
const entriesOf = (...entries: object[]) => ({
  'GET /v1/conversations/m1?limit=50': { conversation: {}, entries },
})
const box = (one = conversation(), identifiers = [member()]) => (
  <ReplyBox conversation={one} customer={customer(identifiers)} loaded={[]} others={[]} onTyping={() => undefined} />
)
const answer = 'Answer to the customer'
const write = async (text: string, label = answer) => {
  await screen.findByText(/^from |^private/)
  type(label, text)
}
const send = () => press('Send')
const accepting = { 'POST /v1/conversations/m1/reply': (body: unknown) => ({ ...reply(), ...Object(body) }) }
const written = () => readWritten('anna', 'm1')

describe('two ways to write', () => {
  test('r answers, n notes, Esc leaves what was written where it is', async () => {
    await showReplying(box(), entriesOf(here()))
    await screen.findByRole('tab', { name: 'Answer', selected: true })
    fireEvent.keyDown(document.body, { key: 'n' })
    await screen.findByRole('tab', { name: 'Internal note', selected: true })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Note for colleagues')))
    fireEvent.keyDown(document.body, { key: 'r' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(answer)))
    type(answer, 'Half a thought')
    fireEvent.keyDown(screen.getByLabelText(answer), { key: 'Escape', keyCode: 27 })
    expect(document.activeElement).toBe(document.body)
    expect(written().text).toBe('Half a thought')
  })

  test('an answer says where it goes, and in whose thread', async () => {
    const { container } = await showReplying(box(), entriesOf(here()))
    await screen.findByText('from support@example.com · in the thread “My order”')
    expect(container.textContent).toContain('Mail to Alice (alice@example.com)')
  })

  test('what is public says that everybody can read it', async () => {
    const social = { network: 'x', visibility: 'public' } as const
    const mention = here({ kind: 'mention', channel: 'social', social, provider: { account: 'x:100', id: '1' } })
    await showReplying(box(), entriesOf(mention))
    await screen.findByText('Public: everybody can read this on X.')
    expect(screen.getByRole('button', { name: 'Answer in public' })).toBeTruthy()
    type('Public answer, which everybody can read', 'a'.repeat(281))
    await screen.findByText('Too long by 1: X takes 280 characters.')
    expect(screen.getByText('281 of 280')).toBeTruthy()
  })

  test('a note offers colleagues after an @ and tells those whom it names', async () => {
    const { asked } = await showReplying(box(), { 'POST /v1/conversations/m1/note': { id: 'n1', at: '' } })
    fireEvent.click(await screen.findByRole('tab', { name: 'Internal note' }))
    type('Note for colleagues', 'Please look @be')
    const field = screen.getByLabelText('Note for colleagues')
    const option = await screen.findByRole('option', { name: /Ben Ashby/ })
    expect(field.getAttribute('aria-activedescendant')).toBe(option.id)
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 })
    await screen.findByText('tells Ben Ashby')
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13, ctrlKey: true })
    await waitFor(() =>
      expect(asked('POST /v1/conversations/m1/note')).toEqual([
        { text: 'Please look @ben-ashby', mentions: ['ben-ashby'] },
      ]),
    )
    await waitFor(() => expect(readDraft('anna', 'note.m1')).toBe(''))
  })

  test('a note that was begun is there again', async () => {
    keepDraft('anna', 'note.m1', 'Half a note')
    await showReplying(box())
    expect(await screen.findByDisplayValue('Half a note')).toBeTruthy()
  })
})

describe('sending', () => {
  test('once, by Ctrl+Enter, to what was seen; undo brings the words back', async () => {
    const undone = { 'POST /v1/replies/r1/undo': reply({ status: 'undone' }) }
    const { asked } = await showReplying(box(), {
      ...entriesOf(here()),
      ...undone,
      'POST /v1/conversations/m1/reply': reply(),
    })
    await write('On Thursday.')
    fireEvent.keyDown(screen.getByLabelText(answer), { key: 'Enter', keyCode: 13, ctrlKey: true })
    await screen.findByText('Your answer goes to Alice.')
    expect(asked('POST /v1/conversations/m1/reply')).toEqual([
      {
        ...{ text: 'On Thursday.', attachments: [], waive: [], answers: 'c1', seen: '2026-03-02T10:00:01.000Z' },
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ])
    expect(screen.getByLabelText(answer)).toHaveProperty('value', '')
    press('Undo')
    await screen.findByDisplayValue('On Thursday.')
    expect(asked('POST /v1/replies/r1/undo')).toHaveLength(1)
  })

  test('again after no answer came is the same answer; nothing typed is lost', async () => {
    let tries = 0
    const { asked } = await showReplying(box(), {
      ...entriesOf(here()),
      'POST /v1/conversations/m1/reply': () => {
        tries += 1
        return tries === 1 ? 'away' : reply()
      },
    })
    await write('On Thursday.')
    send()
    await screen.findByText(/sending it again sends it once/)
    expect(screen.getByLabelText(answer)).toHaveProperty('value', 'On Thursday.')
    send()
    await screen.findByText('Your answer goes to Alice.')
    const [first, second] = asked('POST /v1/conversations/m1/reply')
    expect(second).toEqual(first)
  })

  test('other words after no answer came are not sent while the first may have arrived', async () => {
    const { asked } = await showReplying(box(), {
      ...entriesOf(here()),
      'POST /v1/conversations/m1/reply': () => 'away',
    })
    await write('On Thursday.')
    send()
    await screen.findByText(/sending it again sends it once/)
    type(answer, 'On Friday.')
    send()
    await waitFor(() => expect(asked('POST /v1/conversations/m1/reply')).toHaveLength(2))
    const [first, second] = asked('POST /v1/conversations/m1/reply')
    expect(Object(first).id).not.toBe(Object(second).id)
    const looked = `GET /v1/replies/${Object(first).id}`
    expect(asked(looked)).toHaveLength(1)
  })

  test('what is held is told, with the other answer and a way to what was said; what may be waived is sent anyway', async () => {
    const refusals = [
      { kind: 'another-answer', message: 'Ben answered meanwhile.', entryIds: ['r9'], waivable: true },
      { kind: 'contradicts-promise', message: 'This says another day.', entryIds: ['c1'], waivable: true },
    ]
    const held = { status: 409, title: 'Look at this', refusals }
    const { asked } = await showReplying(box(), {
      ...entriesOf(here()),
      'GET /v1/conversations/m1/replies': {
        items: [reply({ id: 'r9', by: 'ben', actor: 'Ben Ashby (ben)', text: 'It comes on Monday.' })],
      },
      'POST /v1/conversations/m1/reply': (body: unknown) => (Object(body).waive.length === 0 ? held : reply()),
    })
    await write('On Thursday.')
    send()
    const alert = await screen.findByText('Look at this before it goes out')
    expect(alert).toBeTruthy()
    expect(screen.getByText('It comes on Monday.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Show where that was said' }).getAttribute('href')).toContain('entry=c1')
    expect(screen.getByLabelText(answer)).toHaveProperty('value', 'On Thursday.')
    press('Send anyway')
    await screen.findByText('Your answer goes to Alice.')
    expect(asked('POST /v1/conversations/m1/reply')[1]).toMatchObject({
      waive: ['another-answer', 'another-answer:r9', 'contradicts-promise', 'contradicts-promise:c1'],
    })
  })

  test('what nobody may waive cannot be sent anyway', async () => {
    const refusals = [{ kind: 'denied', message: 'They refused.', entryIds: [], waivable: false }]
    await showReplying(box(), {
      ...entriesOf(here()),
      'POST /v1/conversations/m1/reply': { status: 409, title: 'Look at this', refusals },
    })
    await write('On Thursday.')
    send()
    await screen.findByText('They refused.')
    expect(screen.queryByRole('button', { name: 'Send anyway' })).toBeNull()
  })

  test('nothing goes where they do not want it, and it says why', async () => {
    const consent = {
      items: [
        {
          identifier: member(),
          asserted: false,
          purposes: { service: { state: 'granted', isDefault: true } },
          doNotContact: { source: 'said', at: '2026-03-01T10:00:00.000Z', by: 'ben' },
        },
      ],
    }
    await showReplying(box(), { ...entriesOf(here()), 'GET /v1/customers/alice/consent': consent })
    await screen.findByText('They do not want to be contacted there.')
    type(answer, 'Hello')
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
  })
})

describe('a draft', () => {
  test('is kept here at once, and with the API a moment later', async () => {
    const { asked } = await showReplying(box(), entriesOf(here()))
    await write('On')
    type(answer, 'On Thursday.')
    expect(written()).toMatchObject({ text: 'On Thursday.', dirty: true })
    await screen.findByText('Kept, colleagues can see it', {}, { timeout: 4000 })
    expect(asked('PUT /v1/conversations/m1/draft')).toEqual([{ text: 'On Thursday.', attachments: [] }])
    expect(written()).toMatchObject({ version: 1, dirty: false })
  })

  test('stays here while the API is away', async () => {
    await showReplying(box(), { ...entriesOf(here()), 'PUT /v1/conversations/m1/draft': () => 'away' })
    await write('On Thursday.')
    await screen.findByText('Kept in this browser', {}, { timeout: 4000 })
    expect(written()).toMatchObject({ text: 'On Thursday.', dirty: true })
  })

  const draft = {
    ...{ author: 'anna', authorName: 'Anna Müller (anna)', text: 'From the other machine', attachments: [] },
    ...{ version: 7, updatedAt: '2026-03-02T11:00:00.000Z', updatedBy: 'Ben Ashby (ben-ashby)' },
  }

  test('that the API has is gone on with', async () => {
    await showReplying(box(), { ...entriesOf(here()), 'GET /v1/conversations/m1/drafts': { items: [draft] } })
    await screen.findByDisplayValue('From the other machine')
    expect(written()).toMatchObject({ version: 7, dirty: false })
  })

  test('that became something else meanwhile is offered beside what is here', async () => {
    changeWritten('anna', 'm1', () => ({ ...nothingWritten, text: 'Mine', version: 3, dirty: true }))
    const conflict = { status: 409, title: 'changed', draft }
    const { asked } = await showReplying(box(), {
      ...entriesOf(here()),
      'PUT /v1/conversations/m1/draft': (body: unknown) =>
        Object(body).version === 7 ? { draft: { ...draft, version: 8 } } : conflict,
    })
    await screen.findByText('Ben Ashby changed this draft meanwhile', {}, { timeout: 4000 })
    expect(screen.getByRole('region', { name: 'What stands there' }).textContent).toContain('From the other machine')
    press('Put both together')
    await waitFor(() => expect(written().version).toBe(8), { timeout: 4000 })
    expect(asked('PUT /v1/conversations/m1/draft').at(-1)).toMatchObject({
      text: 'From the other machine\n\nMine',
      version: 7,
    })
  })

  test('of a colleague is shown and can be taken over', async () => {
    const theirs = { ...draft, author: 'ben-ashby', authorName: 'Ben Ashby (ben-ashby)', text: 'It comes on Monday.' }
    await showReplying(box(), { ...entriesOf(here()), 'GET /v1/conversations/m1/drafts': { items: [theirs] } })
    await screen.findByText(/Ben Ashby has begun an answer too/)
    press('Take these words over')
    expect(written().text).toBe('It comes on Monday.')
  })
})

describe('a macro', () => {
  const macro = {
    ...{ id: 'late', name: 'Late order', active: true },
    variants: [{ language: 'en', text: 'Order {{conversation.reference.order}} is late.' }],
  }
  const rendered = {
    ...{ macro: 'late', language: 'en', text: 'Order {{conversation.reference.order}} is late.' },
    missing: [{ variable: 'conversation.reference.order', why: 'unknown' }],
    actions: { status: 'waiting-customer', tags: { add: ['late'], remove: [] } },
  }

  test('is found, shows what is missing, and does what it does with the answer', async () => {
    const { asked } = await showReplying(box(), {
      ...entriesOf(here()),
      ...accepting,
      'GET /v1/macros?limit=100': { items: [macro] },
      'POST /v1/conversations/m1/macros/late': rendered,
      'POST /v1/conversations/m1/tags': conversation(),
      'POST /v1/conversations/m1/status': conversation(),
    })
    await screen.findByText(/^from /)
    fireEvent.keyDown(screen.getByLabelText(answer), { key: '/', keyCode: 191 })
    const dialog = within(await screen.findByRole('dialog', { name: 'Macros' }))
    const field = await dialog.findByLabelText('Fill in: conversation.reference.order')
    expect(dialog.getByText('Nobody knows it here.')).toBeTruthy()
    fireEvent.change(field, { target: { value: '4471' } })
    await dialog.findByText('Order 4471 is late.')
    fireEvent.click(dialog.getByRole('button', { name: 'Insert' }))
    await screen.findByDisplayValue('Order 4471 is late.')
    expect(screen.getByText(/\+late · Status: Waiting for customer/)).toBeTruthy()
    send()
    await waitFor(() => expect(asked('POST /v1/conversations/m1/status')).toEqual([{ status: 'waiting-customer' }]))
    expect(asked('POST /v1/conversations/m1/tags')).toEqual([{ add: ['late'], remove: [] }])
  })

  test('with something missing does not go out', async () => {
    await showReplying(box(), entriesOf(here()))
    await write('Order {{conversation.reference.order}} is late.')
    await screen.findByText('Fill in what nobody knows yet: conversation.reference.order.')
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
  })
})

describe('dialogs', () => {
  test('hand over to a team with the reason; the brief that goes along is shown', async () => {
    const { asked } = await showReplying(box(), {
      'GET /v1/customers/alice/brief': {
        lines: [{ kind: 'wants', text: 'Wants her order.', entryIds: [], facts: [] }],
      },
      'POST /v1/conversations/m1/hand-over': conversation(),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Hand over' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand over to a colleague' }))
    await dialog.findByText('Wants her order.')
    fireEvent.mouseDown(dialog.getByRole('button', { name: /To whom/ }), { button: 0 })
    const option = (await screen.findAllByRole('option', { name: /Customer service/ }))[0]
    if (option) fireEvent.mouseUp(option)
    fireEvent.change(dialog.getByLabelText('Why'), { target: { value: 'Needs a specialist' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Hand over' }))
    await waitFor(() =>
      expect(asked('POST /v1/conversations/m1/hand-over')).toEqual([
        { to: { team: 'service' }, reason: 'Needs a specialist' },
      ]),
    )
  })

  test('a call is promised for a time as people write it, at a number they have', async () => {
    const { asked } = await showReplying(box(conversation(), [member(), member({ ...phone })]), {
      'POST /v1/conversations/m1/callback': conversation(),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Call back' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Promise a call' }))
    const ask = dialog.getByRole('button', { name: 'Promise it' })
    expect(ask).toHaveProperty('disabled', true)
    fireEvent.change(dialog.getByLabelText('When'), { target: { value: 'some day' } })
    expect(dialog.getByText(/^Write a time/)).toBeTruthy()
    fireEvent.change(dialog.getByLabelText('When'), { target: { value: 'in 2 hours' } })
    fireEvent.click(ask)
    await waitFor(() => expect(asked('POST /v1/conversations/m1/callback')).toHaveLength(1))
    const [body] = asked('POST /v1/conversations/m1/callback')
    expect(Object(body).number).toBe('+44 20 7946 0018')
    expect(Math.abs(Date.parse(Object(body).at) - Date.now() - 7_200_000)).toBeLessThan(60_000)
  })

  test('what was handed over says why, and a promised call can be said to be made', async () => {
    const handed = conversation({
      handover: { entryId: 'h', at: '2026-03-02T10:00:00.000Z', by: 'Ben Ashby (ben)', reason: 'Wants Anna.' },
      callback: {
        ...{ at: '2026-03-02T14:00:00.000Z', number: '+442079460018', says: '', by: 'ben' },
        setAt: '2026-03-02T10:00:00.000Z',
      },
    })
    const { asked } = await showReplying(box(handed), { 'POST /v1/conversations/m1/callback': conversation() })
    await screen.findByText('Ben Ashby handed this over')
    expect(screen.getByText(/Wants Anna\./)).toBeTruthy()
    press('It was made')
    await waitFor(() => expect(asked('POST /v1/conversations/m1/callback')).toEqual([{ done: true }]))
  })
})
