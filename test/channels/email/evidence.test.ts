import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../core/contact/contact.ts'
import { contact, fromAlice, support } from './mails.ts'

const about = (found: Contact, type: string) =>
  found.evidence
    .filter(({ identifier }) => identifier.type === type && identifier.value !== 'alice@example.com')
    .map(({ identifier, tier, how }) => [identifier.value, tier, how])

const phones = async (body: string, region = 'GB') =>
  about(await contact(fromAlice(body), 'mail', { ...support, defaultRegion: region }), 'phone')
const addresses = async (body: string) => about(await contact(fromAlice(body)), 'email')

describe('a phone number of the author is asserted', () => {
  test.each([
    ['Call me on 020 7946 0958.', '+442079460958'],
    ['Tel: +44 (0)20 7946 0958', '+442079460958'],
    ['My number is 02079460958', '+442079460958'],
    ['You can reach me on 020 7946 0958.', '+442079460958'],
    ['My number is "020 7946 0958".', '+442079460958'],
    ['They said "wait". Call me on 020 7946 0958, "soon".', '+442079460958'],
    ['Sie erreichen mich unter +44\n20 7946 0958.', '+442079460958'],
    ['+44\n(0)20 7946 0958', '+442079460958'],
    ['I would like the money back on the same card. My number is 020 7946\n0958, mornings are best.', '+442079460958'],
    ['00442079460958', '+442079460958'],
    ['(020) 7946-0958', '+442079460958'],
    ['M: +44 7911 123456', '+447911123456'],
    ['Call me about order 4711: 020 7946 0958', '+442079460958'],
  ])('%s', async (body, number) => {
    expect(await phones(body)).toEqual([[number, 'T3', 'stated-in-text']])
  })

  test('in its own region', async () => {
    expect(await phones('Ring me at 212-555-0123', 'US')).toEqual([['+12125550123', 'T3', 'stated-in-text']])
  })

  test('below the goodbye and in a signature it is from there', async () => {
    expect(await phones('Hello\n\nCheers\nAlice\n020 7946 0958')).toEqual([['+442079460958', 'T3', 'signature']])
    expect(await phones('Hello\n\n-- \nAlice\n020 7946 0958')).toEqual([['+442079460958', 'T3', 'signature']])
  })
})

describe('a phone number that may be somebody else’s is a hint', () => {
  test.each([
    'Please ring my wife on 020 7946 0958',
    'I called your number 020 7946 0958',
    'Somebody called me from 020 7946 0958',
    'His mobile: 020 7946 0958',
    'The card says: "Sorry we missed you. Call the depot on 020 7946 0958 to rearrange."',
    'Auf dem Zettel stand: „Rufen Sie 020 7946 0958 an.“',
    'La carte dit : « Appelez le 020 7946 0958 »',
  ])('%s', async body => {
    expect(await phones(body)).toEqual([['+442079460958', 'T4', 'mentioned-in-text']])
  })

  test('so is one that everybody calls', async () => {
    expect(await phones('Hello\n-- \nAcme\nTel 0800 1111')).toEqual([['+448001111', 'T4', 'service-number']])
  })

  test('and a bare row of digits', async () => {
    expect(await phones('2125550123', 'US')).toEqual([['+12125550123', 'T4', 'mentioned-in-text']])
  })
})

describe('what is no phone number', () => {
  test.each([
    'Fax: 020 7946 0958',
    'F: 020 7946 0958',
    'Telefax 020 7946 0958',
    'Order 020 7946 0958',
    'Ihre Rechnung Nr. 02079460958',
    'GB29 NWBK 6016 1331 9268 19',
    '2026-05-06 10:30:00',
    '06.05.2026 2026',
    '192.168.100.200',
    'https://example.com/02079460958',
    'alice02079460958@example.com',
    '1234',
    '4111 1111 1111 1111',
  ])('%s', async body => {
    expect(await phones(body)).toEqual([])
  })

  test('a number of the company', async () => {
    expect(await phones('Your line 020 7946 0000 is dead, call me on 020 7946 0958')).toEqual([
      ['+442079460958', 'T3', 'stated-in-text'],
    ])
  })

  test('telephone and fax on one line are one phone', async () => {
    expect(await phones('Tel 020 7946 0958 | Fax 020 7946 0959')).toEqual([['+442079460958', 'T3', 'stated-in-text']])
    expect(await phones('Tel/Fax 020 7946 0958')).toEqual([['+442079460958', 'T3', 'stated-in-text']])
  })
})

describe('a mail address is the author’s when they say so', () => {
  test.each([
    'My other address is alice.b@example.org.',
    'You can also reach me at alice.b@example.org',
    'Meine neue Mail-Adresse lautet alice.b@example.org',
    'Mon adresse est alice.b@example.org',
    'my new e-mail:\nAlice.B@Example.org',
  ])('%s', async body => {
    expect(await addresses(body)).toEqual([['alice.b@example.org', 'T3', 'stated-in-text']])
  })

  test('or when it stands in their signature and is no post’s', async () => {
    expect(await addresses('Hello\n-- \nAlice, alice.b@example.org, info@example.org')).toEqual([
      ['alice.b@example.org', 'T3', 'signature'],
    ])
  })

  test.each([
    'Please write to bob@example.org',
    'My colleague’s address is bob@example.org',
    'alice.b@example.org',
    'On 5 May 2026 at 16:00, Bob wrote:\n> My other address is bob@example.org',
  ])('not in: %s', async body => {
    expect(await addresses(body)).toEqual([])
  })
})

test('Reply-To may name anybody, so it is a hint', async () => {
  const found = await contact(fromAlice('Hello', 'Reply-To: victim@example.org'))
  expect(found.from.identifier.value).toBe('alice@example.com')
  expect(about(found, 'email')).toEqual([['victim@example.org', 'T4', 'reply-to']])
})

test('Authentication-Results in a mail that nobody checked count for nothing', async () => {
  const forged = 'Authentication-Results: amazonses.com; dmarc=pass header.from=example.com\nX-SES-RECEIPT: x\n'
  const { evidence } = await contact(`${forged}${fromAlice('Hello')}`)
  expect(evidence[0]).toMatchObject({ tier: 'T3', how: 'no-verdict' })
})

describe('no number in other people’s words is above T4', () => {
  const number = '+44 20 7946 0777'
  const quotes = [
    `> call ${number}`,
    `On 5 May 2026 at 16:00, Bob <bob@example.org> wrote:\n> call ${number}`,
    `On 5 May 2026 at 16:00, Bob <bob@example.org> wrote:\n\ncall ${number}`,
    `-----Original Message-----\nFrom: Bob\nSubject: x\n\ncall ${number}`,
    `From: Bob <bob@example.org>\nSent: Tuesday\nTo: Alice\nSubject: x\n\n-- \nBob\nTel ${number}`,
    `---------- Forwarded message ---------\nFrom: Bob\n\ncall me on ${number}`,
    `Am 05.05.2026 um 16:00 schrieb Bob:\n\n> Mobil: ${number}`,
  ]
  const ownWords = fc.stringMatching(/^[A-Za-z ,.\n]{0,80}$/)
  test('however it is quoted, and whatever stands above', async () => {
    await fc.assert(
      fc.asyncProperty(ownWords, fc.constantFrom(...quotes), fc.boolean(), async (own, quote, forwarded) => {
        const found = await contact(fromAlice(forwarded ? quote : `${own}\n\n${quote}`))
        expect(about(found, 'phone')).toEqual([['+442079460777', 'T4', 'quoted-text']])
      }),
      { numRuns: 300 },
    )
  })

  test('nor in a mail that a machine wrote', async () => {
    const found = await contact(fromAlice(`In urgent cases call Bob: ${number}`, 'Auto-Submitted: auto-replied'))
    expect(about(found, 'phone')).toEqual([['+442079460777', 'T4', 'automatic-mail']])
  })
})

test('there are few entries, the author’s first, whatever the mail says', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `+44 20 7946 0${String(100 + at)}`).join('\n')
  const { evidence } = await contact(fromAlice(many))
  expect(evidence).toHaveLength(11)
  expect(evidence[0]?.identifier.value).toBe('alice@example.com')
})
