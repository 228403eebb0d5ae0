// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import type { ContactOf, IdentityOf, NoticeOf, ShownEntry } from '../../console/data/entries.ts'
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

describe('what stands between contacts', () => {
  test('a campaign: which one, to where, and its words folded away', async () => {
    const sent = contact({ direction: 'outbound', campaign: 'spring-sale', subject: 'Kettles', text: 'Half price.' })
    const shown = await show(<Entry entry={sent} />)
    expect(shown.textContent).toContain('Campaign spring-sale')
    expect(screen.getByText('Half price.').closest('details')?.open).toBe(false)
  })

  test('what a customer says after a campaign names it', async () => {
    const shown = await show(<Entry entry={contact({ campaign: 'spring-sale' })} />)
    expect(shown.textContent).toContain('after campaign spring-sale')
    expect(screen.getByText('Where is my order?')).toBeTruthy()
  })

  test('a notice: what it is, of whom, whether it holds now', async () => {
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
    const shown = async (from: number, until: number) => {
      const { textContent } = await show(<Entry entry={notice({ from: hours(from), until: hours(until) })} />)
      return textContent
    }
    expect(await shown(-1, 1)).toMatch(/The shop is down.*Outage · it.*Holds now/)
    expect(await shown(1, 2)).toContain('Still to come')
    expect(await shown(-2, -1)).toContain('Over')
    expect(screen.getAllByRole('article', { name: 'Notice of it: The shop is down' })).toHaveLength(3)
  })

  test('a decision about who this is: what came and went, who decided, why', async () => {
    const shown = await show(<Entry entry={merged()} />)
    expect(shown.textContent).toMatch(/Merged.*Anna Müller.*Came: \+44 20 7946 0018.*Went: old@example\.com/)
    expect(shown.textContent).toContain('she said so on the phone')
  })
})

const notice = (differing: Partial<NoticeOf> = {}): NoticeOf => ({
  ...{ type: 'notice', id: 'x', sortAt: contact().sortAt, kind: 'outage', department: 'it' },
  ...{ title: 'The shop is down', text: 'We are on it.', from: contact().sortAt },
  ...differing,
})

const merged = (reason = 'she said so on the phone', display = 'alice@example.com'): IdentityOf => {
  const alice = { type: 'email', value: 'alice@example.com', display, asserted: false } as const
  const old = { type: 'email', value: 'old@example.com', display: 'old@example.com', asserted: false } as const
  const phone = { type: 'phone', value: '+442079460018', display: '+44 20 7946 0018', asserted: true } as const
  const decision = {
    ...{ seq: 2, at: contact().sortAt, kind: 'merge', by: 'Anna Müller (anna)', reason, changes: [] },
    ...{ before: { identifiers: [alice, old] }, after: { identifiers: [alice, phone] } },
  } as const
  return { type: 'identity', id: 'identity-2', sortAt: decision.at, decision }
}

describe('attachments', () => {
  const rawRef = { object: `payloads/mail/support/2026-03-02/1772445600000-${'a'.repeat(32)}`, offset: 0, length: 1 }
  const file = (name: string, mediaType: string) => ({ name, mediaType, bytes: 68, ref: `${rawRef.object}#2` })
  const png = { id: '2', name: 'kettle.png', mediaType: 'image/png', bytes: 68, offset: 0, inline: false }

  test('a picture is looked at by its bytes, whatever it is called', async () => {
    const part = { ...png, content: 'iVBORw0KGgo=', picture: 'image/png' }
    const parts = { '/v1/contacts/c1/parts/2': part }
    await show(<Entry entry={contact({ rawRef, attachments: [file('kettle.png', 'image/png')] })} />, parts)
    fireEvent.click(screen.getByRole('button', { name: 'Look at kettle.png' }))
    const shown = await screen.findByRole('img', { name: 'kettle.png' })
    expect(shown.getAttribute('src')).toBe('data:image/png;base64,iVBORw0KGgo=')
  })

  test('what only says that it is a picture is not shown', async () => {
    const parts = { '/v1/contacts/c1/parts/2': { ...png, content: btoa('<svg onload=alert(1)>') } }
    await show(<Entry entry={contact({ rawRef, attachments: [file('kettle.png', 'image/png')] })} />, parts)
    fireEvent.click(screen.getByRole('button', { name: 'Look at kettle.png' }))
    await screen.findByText(/This is not a picture, whatever it is called/)
    expect(screen.queryByRole('img', { name: 'kettle.png' })).toBeNull()
  })

  test('a PDF says what it is and holds, and is opened by nobody here', async () => {
    const content = btoa('%PDF-1.7 << /Type /Page >> << /S /JavaScript >>')
    const parts = { '/v1/contacts/c1/parts/2?offset=0': { ...png, content } }
    const shown = await show(
      <Entry entry={contact({ rawRef, attachments: [file('bill.pdf', 'application/pdf')] })} />,
      parts,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Look at bill.pdf' }))
    await screen.findByText('PDF, 1 page. It holds scripts: save it, and open it with care.')
    expect(shown.querySelectorAll('iframe, embed, object')).toHaveLength(0)
  })

  test('a page can only be saved, and it is said that it can run', async () => {
    await show(<Entry entry={contact({ rawRef, attachments: [file('bill.html', 'text/html')] })} />)
    expect(screen.queryByRole('button', { name: 'Look at bill.html' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Save bill.html' })).toBeTruthy()
    expect(screen.getByText('Files of this kind can run when they are opened.')).toBeTruthy()
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

const at = contact().sortAt
const social = { network: 'x', visibility: 'public', url: 'https://x.example/1', metrics: { rating: 2 } } as const
/** Each kind of entry with a text of somebody else wherever there may be one. */
const everyKind = (text: string): ShownEntry[] => {
  const from = { ...contact().from, name: text, handle: text }
  const attachments = [{ name: text, mediaType: text, bytes: 1, ref: 'r' }]
  const of = (kind: ContactOf['kind'], more: Partial<ContactOf> = {}) =>
    contact({ kind, text, subject: text, from, attachments, ...more })
  const call = { answered: true, durationSeconds: 60, agent: text, queue: text, disposition: text }
  const placed = { id: 'e', sortAt: at, at, asserted: false, actor: `${text} (anna)` }
  return [
    of('call', { channel: 'phone', call }),
    of('voicemail', { channel: 'phone', call }),
    of('mail'),
    of('mail', { direction: 'outbound', campaign: text }),
    ...(['mention', 'comment', 'post'] as const).map(kind => of(kind, { channel: 'social', social })),
    of('direct', { channel: 'message', social: { ...social, visibility: 'private' } }),
    of('review', { channel: 'review', social }),
    { ...placed, type: 'note', text, mentions: [text] },
    { ...placed, type: 'status', change: 'assigned', from: text, to: text, reason: text },
    notice({ title: text, text, department: text, url: 'javascript:alert(1)' }),
    merged(text, text),
  ]
}
const nameOf = (entry: ShownEntry) => (entry.type === 'contact' ? entry.kind : entry.type)

describe('axe finds nothing', () => {
  test.each(everyKind('Where is it?').map(entry => [nameOf(entry), entry] as const))('on a %s', async (_, entry) => {
    const shown = await show(<Entry entry={entry} />)
    // Colours need a real browser; so do the heights and regions of a whole page.
    const { violations } = await axe.run(shown, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
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
    for (const entry of everyKind(text)) {
      const shown = await show(<Entry entry={entry} />)
      expect(shown.querySelectorAll('script, iframe, img, [onerror], [onload], a[href^="javascript"]')).toHaveLength(0)
      expect(shown.textContent).toContain(text)
      cleanup()
    }
  })
})
