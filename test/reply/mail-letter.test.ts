import { describe, expect, test } from 'vitest'
import { attribution } from '../../core/reply/mail/attribution.ts'
import { answer, letter, party, question, route, sendAt, shop, written } from './mail-letters.ts'

const token = /^r\.[a-z2-7]{42}@example\.com$/

describe('what a mail says of itself', () => {
  test('it comes from the mailbox that was written to, under the name of the brand', () => {
    expect(letter().from).toEqual({ address: 'help@example.com', name: 'Larkfield' })
    expect(letter({ source: { displayName: 'Larkfield Help' } }).from.name).toBe('Larkfield Help')
    expect(letter({ source: { brand: 'default' } }).from).toEqual({ address: 'help@example.com' })
  })

  test('from no mailbox but one of the source', () => {
    const made = written({ reply: { route: { ...route, account: 'sales@example.org' } } })
    expect(made).toMatchObject({ notAMail: { code: 'not-our-mailbox' } })
    expect(written({ source: { ownIdentifiers: [] } })).toMatchObject({ notAMail: { code: 'not-connected' } })
  })

  test('it answers the mail, follows its thread, and bears its token in its own id and where to answer', () => {
    const { inReplyTo, references, messageId, replyTo, date } = letter()
    expect(inReplyTo).toBe('question@example.net')
    expect(messageId).toMatch(token)
    expect(references).toEqual(['start@example.net', 'question@example.net', messageId])
    expect(replyTo).toEqual({ address: `help+${messageId}`, name: 'Larkfield' })
    expect(date).toBe('Fri, 08 May 2026 13:00:00 +0000')
  })

  test('a mail that answers none has only its own id to be referred to by', () => {
    const { inReplyTo: _none, ...cold } = route
    const reply = { route: { ...cold, references: [] }, content: { text: 'Hello', attachments: [] } }
    const made = letter({ reply, answered: { ...question, channel: 'message' } })
    expect(letter({ reply }).subject).toBe('Re: Where is my order?')
    expect(made.inReplyTo).toBeUndefined()
    expect(made.references).toEqual([made.messageId])
    expect(made.subject).toBe('Where is my order?')
  })

  test('what stands in for a Message-ID is none', () => {
    const made = letter({ reply: { route: { ...route, inReplyTo: 'ab'.repeat(16), references: ['cd'.repeat(16)] } } })
    expect(made.inReplyTo).toBeUndefined()
    expect(made.references).toEqual([made.messageId])
    expect(made.subject).toBe('Re: Where is my order?')
  })

  test('of a long thread the beginning and the end are kept', () => {
    const references = Array.from({ length: 99 }, (_, at) => `${at}@example.net`)
    const made = letter({ reply: { route: { ...route, references } } }).references
    expect(made).toHaveLength(30)
    expect([made[0], made.at(-3), made.at(-2)]).toEqual(['0@example.net', '98@example.net', 'question@example.net'])
  })

  test.each([
    [{ by: 'bob' }, undefined],
    [{ by: 'throughline', purpose: 'survey' as const }, 'auto-replied'],
    [{ purpose: 'automatic' as const }, 'auto-replied'],
  ])('only what nobody wrote says that it is automatic: %o', (reply, said) => {
    expect(letter({ reply }).autoSubmitted).toBe(said)
  })

  test('what a machine wrote is answered by people only', () => {
    const answered = { ...question, automatic: 'auto-reply' as const }
    expect(written({ answered, reply: { by: 'throughline' } })).toMatchObject({
      notAMail: { code: 'automatic-to-automatic' },
    })
    expect(written({ answered })).toHaveProperty('letter')
  })

  test.each([
    ['Where is my order?', 'Re: Where is my order?'],
    ['Re: Where is my order?', 'Re: Where is my order?'],
    ['RE: AW: re[2]: Order', 'Re: Order'],
    ['Sv: Antw: Bestellung', 'Re: Bestellung'],
    ['回复：订单', 'Re: 订单'],
    ['Regarding: red shoes', 'Re: Regarding: red shoes'],
    ['', 'Re:'],
  ])('a subject is answered once: %s', (subject, expected) => {
    expect(letter({ answered: { ...question, subject } }).subject).toBe(expected)
  })

  test('another subject may be written', () => {
    expect(letter({ reply: { content: { ...answer.content, subject: 'Your refund' } } }).subject).toBe(
      'Re: Your refund',
    )
  })
})

describe('whom it goes to', () => {
  test('each address once; those that no mail reaches are named', () => {
    const to = [party('alice@example.net', 'Alice'), party('Alice@Example.net'), party('not an address')]
    const cc = [party('carol@example.net'), party('help@example.com'), party('jörg@example.net')]
    const made = written({ reply: { route: { ...route, to, cc } } })
    expect(made).toMatchObject({
      letter: { to: [{ address: 'alice@example.net', name: 'Alice' }], cc: [{ address: 'carol@example.net' }] },
      refused: [
        { party: 'not an address', reason: 'This is no mail address.' },
        { party: 'help@example.com', reason: 'This is a mailbox of ours.' },
        { party: 'jörg@example.net', reason: 'Amazon SES cannot send to letters beyond ASCII before the at sign.' },
      ],
    })
  })

  test('nobody who can be reached, and more than 50, are refused', () => {
    const to = Array.from({ length: 50 }, (_, at) => party(`${at}@example.net`))
    const code = (changed: Partial<typeof route>) => written({ reply: { route: { ...route, ...changed } } })
    expect(code({ to: [party('help@example.com')] })).toMatchObject({ notAMail: { code: 'no-recipient' } })
    expect(code({ to })).toHaveProperty('letter')
    expect(code({ to, cc: [party('carol@example.net')] })).toMatchObject({ notAMail: { code: 'too-many-recipients' } })
  })
})

describe('what goes along', () => {
  const withFile = (name: string, bytes: number) => {
    const attachments = [{ name, mediaType: 'application/pdf', bytes, object: 'attachments/a' }]
    return written({ reply: { content: { ...answer.content, attachments } } })
  }

  test('a file of 7.6 million bytes goes, one of 7.7 does not: encoded it has more than 10 MB', () => {
    expect(withFile('plan.pdf', 7_600_000)).toHaveProperty('letter')
    expect(withFile('plan.pdf', 7_700_000)).toMatchObject({ notAMail: { code: 'mail-too-large' } })
  })

  test('endings that SES refuses are named', () => {
    expect(withFile('setup.EXE ', 10)).toMatchObject({
      notAMail: { code: 'attachment-type', advice: expect.stringContaining('.exe') },
    })
    expect(withFile('exe', 10)).toHaveProperty('letter')
  })
})

describe('what it says', () => {
  test('the words, how the company signs in the language, and what the customer wrote', () => {
    const signature = { en: 'Larkfield\nexample.com', '*': 'Larkfield' }
    expect(letter({ source: { signature } }).text).toBe(
      [
        ...['It leaves today.', '', 'Sorry for the wait.', '', 'Larkfield', 'example.com', ''],
        'On 8 May 2026, 10:12, Alice Example <alice@example.net> wrote:',
        ...['> It has not arrived.', '> ', '> Can you look?', ''],
      ].join('\n'),
    )
    expect(letter({ source: { signature }, reply: { language: 'en-GB' } }).text).toContain('example.com')
    expect(letter({ source: { signature }, reply: { language: 'fr' } }).text).toContain('wait.\n\nLarkfield\n\nLe ')
  })

  test('the HTML says the same, and nothing in a text becomes markup', () => {
    const content = { text: '<b>1 < 2</b> & "so"\n  on', attachments: [] }
    const { html } = letter({ reply: { content }, answered: { ...question, text: '<img src=x onerror=alert(1)>' } })
    expect(html).toContain('&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; &quot;so&quot;<br>&nbsp; on')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;</div></blockquote>')
  })

  test('HTML that was written is kept, of a page its body', () => {
    const content = { text: 'Hi', html: '<html><body class="x"><p>Hi</p></body></html>', attachments: [] }
    const { html } = letter({ reply: { content } })
    expect(html).toContain('<body><p>Hi</p>\n<br>\n<div>On 8 May')
    expect(html.match(/<body/g)).toHaveLength(1)
  })

  test.each([
    ['the mail of another address', { ...question, from: party('mallory@example.org') }],
    ['another channel', { ...question, channel: 'message' as const }],
    ['what we wrote ourselves', { ...question, direction: 'outbound' as const }],
    ['nothing', undefined],
  ])('%s is not quoted', (_what, answered) => {
    expect(written({ answered: answered ?? { ...question, text: ' ' } })).not.toMatchObject({
      letter: { text: expect.stringContaining('>') },
    })
  })

  test('nothing is quoted where somebody else reads along', () => {
    expect(letter({ reply: { route: { ...route, cc: [party('carol@example.net')] } } }).text).not.toContain('>')
  })

  test('long words are cut, and say so', () => {
    const { text } = letter({ answered: { ...question, text: 'x'.repeat(30_000) } })
    expect(text.length).toBeLessThan(20_300)
    expect(text).toMatch(/\n> \[…\]\n$/)
  })

  test('the line above quoted words has the clock of the zone and the words of the language', () => {
    const said = (language: string, zone: string) => attribution(question, language, zone)
    expect(said('de', 'Europe/Berlin')).toBe('Am 08.05.2026, 11:12 schrieb Alice Example <alice@example.net>:')
    expect(said('pt-BR', 'America/Sao_Paulo')).toContain('06:12')
    expect(said('tlh', shop.timeZone)).toMatch(/^On 8 May 2026/)
    expect(sendAt > question.occurredAt).toBe(true)
  })
})
