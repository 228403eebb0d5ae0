// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { Entry } from '../../console/entries/entry.tsx'
import { contact } from './contacts.ts'
import { show } from './render.tsx'

const call = {
  answered: true,
  durationSeconds: 245,
  queueSeconds: 62,
  holdSeconds: 0,
  agent: 'Anna',
  disposition: 'refund',
}

describe('an entry shows what matters on its channel', () => {
  test('a call: how long it took, how long the customer waited, with whom, what came of it', async () => {
    const shown = await show(<Entry entry={contact({ kind: 'call', channel: 'phone', text: '', call })} />)
    expect(shown.textContent).toContain('4:05')
    expect(shown.textContent).toContain('waited 1:02 · with Anna · refund')
    expect(shown.textContent).not.toContain('on hold')
  })

  test('a missed call says so', async () => {
    const missed = { answered: false, durationSeconds: 0 }
    const shown = await show(<Entry entry={contact({ kind: 'call', channel: 'phone', text: '', call: missed })} />)
    expect(shown.textContent).toContain('Not answered')
  })

  test('a voicemail: its length, and that nobody wrote down what was said', async () => {
    const left = { answered: false, durationSeconds: 31 }
    const shown = await show(<Entry entry={contact({ kind: 'voicemail', channel: 'phone', text: '', call: left })} />)
    expect(shown.textContent).toContain('0:31')
    expect(shown.textContent).toContain('Nobody wrote down what was said.')
  })

  test('a mail: subject, addressee, words, with what it quotes folded away, and attachments by name and size', async () => {
    const text = 'It has not come.\n\n> We sent it on Monday.\n> Kind regards'
    const attachments = [{ name: 'receipt.pdf', mediaType: 'application/pdf', bytes: 12_400, ref: 'r' }]
    await show(<Entry entry={contact({ subject: 'My order', text, attachments })} />)
    expect(screen.getByText('My order')).toBeTruthy()
    expect(screen.getByText('It has not come.')).toBeTruthy()
    expect(screen.getByText(/support@example.com/)).toBeTruthy()
    expect(screen.getByText(/We sent it on Monday/).closest('details')?.open).toBe(false)
    expect(screen.getByText(/receipt.pdf/).parentElement?.textContent).toContain('12.4 kB')
  })

  test.each(['mention', 'comment', 'post'] as const)('a %s: as people see it, with a way there', async kind => {
    const social = { network: 'x', visibility: 'public', url: 'https://x.example/1', metrics: { likes: 1200 } } as const
    const from = { ...contact().from, handle: 'alice' }
    const shown = await show(<Entry entry={contact({ kind, channel: 'social', from, social })} />)
    expect(shown.textContent).toContain('@alice')
    expect(shown.textContent).toContain('Public')
    expect(shown.textContent).toContain('1.2K likes')
    expect(shown.querySelector('a[href="https://x.example/1"]')?.getAttribute('rel')).toContain('noopener')
  })

  test('a private message says that it is private', async () => {
    const social = { network: 'instagram', visibility: 'private' } as const
    const shown = await show(<Entry entry={contact({ kind: 'direct', channel: 'message', social })} />)
    expect(shown.textContent).toContain('private')
    expect(shown.textContent).toContain('instagram')
  })

  test('a review: its stars, also for those who do not see them', async () => {
    const social = { network: 'facebook', visibility: 'public', metrics: { rating: 2 } } as const
    await show(<Entry entry={contact({ kind: 'review', channel: 'review', social })} />)
    expect(screen.getByRole('img', { name: '2 of 5 stars' }).textContent).toBe('★★☆☆☆')
  })

  test('a note: who wrote it, whom it tells, and that the customer does not see it', async () => {
    const note = { type: 'note', id: 'n', sortAt: contact().sortAt, at: contact().sortAt, asserted: false } as const
    const shown = await show(
      <Entry entry={{ ...note, actor: 'Anna Müller (anna)', text: 'Call back.', mentions: ['anna'] }} />,
    )
    expect(shown.textContent).toContain('Internal note')
    expect(shown.querySelector('strong')?.textContent).toBe('Anna Müller')
    expect(await screen.findByText('tells Anna Müller')).toBeTruthy()
  })

  test('a change: what became of it, by whom, why', async () => {
    const at = contact().sortAt
    const status = {
      type: 'status',
      id: 's',
      sortAt: at,
      at,
      asserted: false,
      conversation: 'x',
      change: 'status',
    } as const
    const shown = await show(
      <Entry
        entry={{ ...status, actor: 'throughline', from: 'open', to: 'waiting-customer', reason: 'we answered' }}
      />,
    )
    expect(shown.textContent).toContain('status Open → Waiting for customer: we answered')
    expect(shown.textContent).toContain('Throughline')
  })
})

describe('every contact', () => {
  test('says where an unproven link was crossed, and what its author deleted', async () => {
    const shown = await show(<Entry entry={contact({ asserted: true, deletedAt: '2026-03-03T10:00:00.000Z' })} />)
    expect(shown.textContent).toContain('Not proven to be theirs')
    expect(shown.textContent).toContain('Deleted by its author')
    expect(shown.textContent).not.toContain('Where is my order?')
  })

  test('of another matter stands back and leads there', async () => {
    const shown = await show(<Entry entry={contact({ conversation: 'other' })} current="this" />)
    expect(shown.querySelector('article.elsewhere a[href="/conversations/other"]')?.textContent).toBe('Another matter')
  })

  test('is named for those who hear it', async () => {
    await show(<Entry entry={contact()} />)
    expect(screen.getByRole('article', { name: 'Mail from Alice' })).toBeTruthy()
  })
})

describe('words that would run stay words', () => {
  const payloads = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '{{constructor.constructor("alert(1)")()}}',
  ]

  test.each(payloads)('%s', async text => {
    const from = { ...contact().from, name: text, handle: text }
    const attachments = [{ name: text, mediaType: text, bytes: 1, ref: 'r' }]
    const social = { network: text, visibility: 'public', url: 'javascript:alert(1)' } as const
    for (const kind of ['mail', 'mention', 'direct', 'review'] as const) {
      const shown = await show(<Entry entry={contact({ kind, text, subject: text, from, attachments, social })} />)
      expect(shown.querySelectorAll('script, iframe, img, [onerror], [onload], a[href^="javascript"]')).toHaveLength(0)
      expect(shown.textContent).toContain(text)
    }
  })
})
