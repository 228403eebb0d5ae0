// @vitest-environment jsdom
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { QueryClient } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Replies } from '../../console/client/api.ts'
import { ConfirmThis } from '../../console/reply/confirm-this.tsx'
import { Consent } from '../../console/reply/consent.tsx'
import { PendingReplies } from '../../console/reply/pending-replies.tsx'
import { ReplyBox } from '../../console/reply/reply-box.tsx'
import { replyKeys } from '../../console/reply/reply-keys.ts'
import { upload } from '../../console/reply/upload.ts'
import { hearerOf } from '../../console/reply/use-replies.ts'
import { readWritten } from '../../console/reply/written.ts'
import { contact } from './contacts.ts'
import { conversation, customer, member, phone, press, reply, showReplying, type } from './reply-console.tsx'

// jsdom has no layout to scroll.
window.scrollTo = () => undefined
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const pending = <PendingReplies conversation="m1" entries={[]} />
const listed = (...items: object[]) => ({ 'GET /v1/conversations/m1/replies': { items } })
const trouble = { code: 'rejected', advice: 'Their mailbox is full. Call them.', at: '2026-03-02T10:00:00.000Z' }

describe('an answer on the timeline', () => {
  test('on its way can be taken back, and what was said stands in the box again', async () => {
    const { asked } = await showReplying(pending, {
      ...listed(reply()),
      'POST /v1/replies/r1/undo': reply({ status: 'undone', mayBeUndone: false }),
    })
    const article = within(await screen.findByRole('article', { name: 'Answer of Anna Müller to Alice' }))
    expect(article.getByText('On its way')).toBeTruthy()
    press('Undo')
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(asked('POST /v1/replies/r1/undo')).toHaveLength(1)
    expect(readWritten('anna', 'm1').text).toBe('On Thursday.')
  })

  test('that failed says what to do, and is tried again', async () => {
    await showReplying(pending, {
      ...listed(reply({ status: 'failed', trouble, mayBeUndone: false })),
      'POST /v1/replies/r1/retry': reply({ status: 'waiting', sendAt: '2026-03-02T10:00:00.000Z' }),
    })
    await screen.findByText('Their mailbox is full. Call them.')
    press('Try again')
    await screen.findByText('On its way')
  })

  test.each([
    ['It is there', true, 'Sent'],
    ['It is not there: send it again', false, 'On its way'],
  ])('of which nobody knows: “%s”', async (name, sent, shown) => {
    const { asked } = await showReplying(pending, {
      ...listed(reply({ status: 'unknown', trouble, mayBeUndone: false })),
      'POST /v1/replies/r1/settle': reply({ status: sent ? 'sent' : 'waiting', sentAt: new Date().toISOString() }),
    })
    await screen.findByText('Nobody knows whether it arrived')
    press(name)
    await screen.findByText(shown)
    expect(asked('POST /v1/replies/r1/settle')).toMatchObject([{ sent }])
  })

  test('what the API refuses is told, and the answer looked at again', async () => {
    const { asked } = await showReplying(pending, {
      ...listed(reply()),
      'POST /v1/replies/r1/undo': { status: 409, title: 'conflict', detail: 'It is on its way or sent.' },
    })
    await screen.findByText('On its way')
    press('Undo')
    await screen.findByText(/That was not done\. It is on its way or sent\./)
    await waitFor(() => expect(asked('GET /v1/conversations/m1/replies').length).toBeGreaterThan(1))
  })

  test('follows what live events tell at once, and only of its conversation', () => {
    const queries = new QueryClient()
    queries.setQueryData(replyKeys.replies('m1'), { items: [reply(), reply({ id: 'r2' })] })
    const at = '2026-03-02T10:00:00.000Z'
    const told = { v: 1, id: '0', at, type: 'reply', status: 'sent', by: 'anna', conversation: 'm1' } as const
    const hearer = hearerOf(queries, 'm1')
    hearer.events([
      { ...told, reply: 'r1' },
      { ...told, reply: 'r2', conversation: 'other' },
    ])
    const known = queries.getQueryData<Replies>(replyKeys.replies('m1'))
    expect(known?.items.map(({ id, status }) => [id, status])).toEqual([
      ['r1', 'sent'],
      ['r2', 'waiting'],
    ])
    expect(queries.getQueryState(replyKeys.replies('m1'))?.isInvalidated).toBe(true)
  })
})

const addressOf = (address: AddressInfo | string | null): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('no TCP port')
  return address
}

const loopback = async (status: number) => {
  const got: string[] = []
  const server = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    response.writeHead(request.method === 'OPTIONS' ? 200 : status, {
      ...headers,
      'access-control-allow-methods': 'PUT',
    })
    request.on('data', chunk => got.push(`${chunk}`))
    request.on('end', () => response.end())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${addressOf(server.address()).port}/file`, got, server }
}

describe('files', () => {
  const box = (
    <ReplyBox conversation={conversation()} customer={customer()} loaded={[]} others={[]} onTyping={() => undefined} />
  )
  const entries = {
    'GET /v1/conversations/m1?limit=50': { conversation: {}, entries: [contact({ conversation: 'm1' })] },
  }
  const choose = async (...files: File[]) => {
    await screen.findByText(/^from /)
    fireEvent.change(screen.getByLabelText('Add files', { selector: 'input' }), { target: { files } })
  }

  test('are uploaded, listed, and go along', async () => {
    const { url, got, server } = await loopback(200)
    const { asked } = await showReplying(box, {
      ...entries,
      'POST /v1/attachments': { id: 'f1', name: 'list.txt', uploadUrl: url },
      'POST /v1/conversations/m1/reply': reply(),
    })
    await choose(new File(['one, two'], 'list.txt', { type: 'text/plain' }))
    await screen.findByRole('button', { name: 'Remove list.txt' })
    await waitFor(() => expect(readWritten('anna', 'm1').files).toHaveLength(1))
    expect(got.join('')).toBe('one, two')
    type('Answer to the customer', 'See the list.')
    press('Send')
    await waitFor(() => expect(asked('POST /v1/conversations/m1/reply')[0]).toMatchObject({ attachments: ['f1'] }))
    server.close()
  })

  test('that mailboxes refuse are not even uploaded, and nothing is sent while one stands there', async () => {
    const { asked } = await showReplying(box, entries)
    await choose(new File(['x'], 'run.exe', { type: 'application/octet-stream' }), new File([], 'nothing.txt'))
    await screen.findByText('Programs and scripts are refused by mailboxes. Send a document or a picture.')
    await screen.findByText('The file is empty.')
    expect(asked('POST /v1/attachments')).toEqual([])
    type('Answer to the customer', 'See it.')
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
    press('Remove run.exe')
    press('Remove nothing.txt')
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', false)
  })

  test('that do not arrive say so', async () => {
    const { url, server } = await loopback(403)
    await expect(upload(url, new Blob(['x']), () => undefined, new AbortController().signal)).rejects.toThrow('arrive')
    server.close()
  })
})

describe('who it is', () => {
  const link = { linkId: 'l1', tier: 'T3', how: 'said so', asserted: true, by: 'anna', at: '2026-03-02T10:00:00.000Z' }
  const other = { type: 'email', value: 'alice@example.com', display: 'alice@example.com' } as const
  const unproven = member({ ...phone, asserted: true, evidence: [{ ...link, tier: 'T3', with: other }] })

  test('an unproven link can be confirmed by the customer, at either end', async () => {
    const { asked } = await showReplying(<ConfirmThis customer="alice" member={unproven} />, {
      'POST /v1/customers/alice/confirmations': { id: 'k', alsoNeeded: [] },
    })
    press('Let them confirm that +44 20 7946 0018 is theirs')
    const dialog = within(await screen.findByRole('dialog', { name: 'Ask: “Is this you?”' }))
    fireEvent.click(dialog.getByRole('radio', { name: 'alice@example.com' }))
    fireEvent.change(dialog.getByLabelText('Why'), { target: { value: 'She says so' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Ask them' }))
    await waitFor(() =>
      expect(asked('POST /v1/customers/alice/confirmations')).toEqual([
        { identifier: 'email:alice@example.com', with: 'phone:+442079460018', reason: 'She says so' },
      ]),
    )
  })

  test('what is proven needs no confirmation', async () => {
    await showReplying(<ConfirmThis customer="alice" member={member()} />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('consent is shown where something was decided, and recorded; only an operator lifts a silence', async () => {
    const standing = { state: 'granted', isDefault: true }
    const doNotContact = { source: 'keyword', at: '2026-03-02T10:00:00.000Z', by: 'throughline' }
    const item = {
      identifier: other,
      asserted: false,
      purposes: { service: standing, survey: standing, marketing: standing },
    }
    const { asked } = await showReplying(<Consent customer="alice" identifier={other} />, {
      'GET /v1/customers/alice/consent': { items: [{ ...item, doNotContact }], defaults: {} },
      'POST /v1/customers/alice/consent': { items: [item], defaults: {} },
    })
    expect((await screen.findByText('Do not contact')).parentElement?.parentElement?.textContent).toContain('STOP')
    press('Consent for alice@example.com')
    const dialog = within(await screen.findByRole('dialog', { name: 'What they want at alice@example.com' }))
    fireEvent.mouseDown(dialog.getByRole('button', { name: /What was decided/ }), { button: 0 })
    expect((await screen.findAllByRole('option')).map(option => option.textContent)).not.toContain(
      'They may be contacted again',
    )
    fireEvent.click(dialog.getByRole('button', { name: 'Record' }))
    await waitFor(() =>
      expect(asked('POST /v1/customers/alice/consent')).toEqual([
        { change: 'deny', purpose: 'service', source: 'said', identifier: 'email:alice@example.com' },
      ]),
    )
  })
})

test('a colleague who is writing is named beside the box', async () => {
  const ben = { where: 'm1', who: { subject: 'ben', name: 'Ben Ashby' }, state: 'typing' } as const
  const told: boolean[] = []
  await showReplying(
    <ReplyBox
      conversation={conversation()}
      customer={customer()}
      loaded={[]}
      others={[ben]}
      onTyping={typing => told.push(typing)}
    />,
  )
  await screen.findByText('Ben Ashby is writing.')
  expect(told.at(-1)).toBe(false)
  type('Answer to the customer', 'I')
  await waitFor(() => expect(told.at(-1)).toBe(true))
})
