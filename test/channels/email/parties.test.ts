import { describe, expect, test } from 'vitest'
import { sentMailId } from '../../../core/channels/email/mail-id.ts'
import { homeIdentifier } from '../../../core/contact/home.ts'
import { contact, support } from './mails.ts'

const mailbox = (value: string) => ({ type: 'email' as const, value })

const parties = async (...fields: string[]) => {
  const found = await contact([...fields, 'Subject: x', '', 'Hello'].join('\n'))
  return {
    direction: found.direction,
    from: found.from.identifier.value,
    to: found.to.map(party => party.identifier.value),
    home: homeIdentifier(found).value,
  }
}

describe('who takes part', () => {
  test.each([
    [
      ['From: alice@example.com', 'To: support@localhost'],
      { direction: 'inbound', from: 'alice@example.com', to: [], home: 'alice@example.com' },
    ],
    [
      [
        'From: alice@example.com',
        'To: support@localhost, bob@example.org',
        'Cc: carol@example.net, BOB@example.org, alice@example.com',
      ],
      {
        direction: 'inbound',
        from: 'alice@example.com',
        to: ['bob@example.org', 'carol@example.net'],
        home: 'alice@example.com',
      },
    ],
    [
      ['From: support@localhost', 'To: alice@example.com', 'Cc: bob@example.org', 'Bcc: carol@example.net'],
      {
        direction: 'outbound',
        from: 'support@localhost',
        to: ['alice@example.com', 'bob@example.org', 'carol@example.net'],
        home: 'alice@example.com',
      },
    ],
    [
      ['From: support@localhost', 'To: support@localhost'],
      { direction: 'outbound', from: 'support@localhost', to: [], home: 'support' },
    ],
    [
      ['From: support@localhost', 'To: support@localhost', 'Reply-To: alice@example.com'],
      { direction: 'inbound', from: 'alice@example.com', to: [], home: 'alice@example.com' },
    ],
    [
      ['From: support@localhost', 'To: bob@example.org', 'Reply-To: alice@example.com'],
      { direction: 'outbound', from: 'support@localhost', to: ['bob@example.org'], home: 'bob@example.org' },
    ],
    [
      ['From: alice@example.com, bob@example.org', 'To: support@localhost'],
      { direction: 'inbound', from: 'alice@example.com', to: ['bob@example.org'], home: 'alice@example.com' },
    ],
    [['To: support@localhost'], { direction: 'inbound', from: 'support', to: [], home: 'support' }],
    [['From: nobody', 'To: support@localhost'], { direction: 'inbound', from: 'support', to: [], home: 'support' }],
    [
      ['From: "alice@example.com" <bob@example.org>'],
      { direction: 'inbound', from: 'bob@example.org', to: [], home: 'bob@example.org' },
    ],
  ])('%j', async (fields, expected) => {
    expect(await parties(...fields)).toEqual(expected)
  })

  test('at most fifty', async () => {
    const to = Array.from({ length: 80 }, (_, at) => `p${at}@example.com`).join(', ')
    expect((await parties('From: alice@example.com', `To: ${to}`)).to).toHaveLength(50)
  })
})

describe('the thread', () => {
  const thread = async (...fields: string[]) =>
    (await contact(['From: alice@example.com', ...fields, '', 'Hello'].join('\n'))).thread
  test('ids are without brackets, the first and the last of many references are kept', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `<r${at}@example.com>`).join('\n ')
    const found = await thread(
      'Message-ID: <one@example.com>',
      `References: ${many}`,
      'In-Reply-To: <zero@example.com> (of Monday)',
    )
    expect(found).toMatchObject({ id: 'one@example.com', inReplyTo: 'zero@example.com' })
    expect(found?.references).toHaveLength(100)
    expect([found?.references[0], found?.references[1], found?.references[99]]).toEqual([
      'r0@example.com',
      'r51@example.com',
      'r149@example.com',
    ])
  })

  test('what has no id has that of its contact; what has nothing has none', async () => {
    const mail = 'From: alice@example.com\nReferences: a@example.com b@example.com\n\nHello'
    const found = await contact(mail, 'mail', support)
    expect(found.thread).toEqual({ id: found.id, references: ['a@example.com', 'b@example.com'] })
    expect(await thread('Subject: x')).toBeUndefined()
  })
})

describe('a mailbox of ours with a detail behind a plus sign', () => {
  const detailed = 'support+r.abc@localhost'

  test('is ours: no party, and a mail from it goes out', async () => {
    expect(await parties('From: alice@example.com', `To: ${detailed}, bob@example.org`)).toMatchObject({
      to: ['bob@example.org'],
    })
    expect(await parties(`From: ${detailed}`, 'To: alice@example.com')).toMatchObject({ direction: 'outbound' })
  })

  test('in the words of a customer is none of theirs', async () => {
    const { evidence } = await contact(`From: alice@example.com\nTo: support@localhost\n\nI wrote to ${detailed}`)
    expect(evidence.map(({ identifier }) => identifier.value)).toEqual(['alice@example.com'])
  })

  test('another company’s is not ours', async () => {
    expect(await parties('From: support+1@example.org', 'To: support@localhost')).toMatchObject({
      direction: 'inbound',
    })
  })
})

describe('the mailbox that an answer comes from', () => {
  const both = { ...support, ownIdentifiers: ['support@localhost', 'help@localhost'].map(mailbox) }

  test.each([
    ['To: Help <HELP@localhost>', 'help@localhost'],
    ['To: bob@example.org\nCc: help@localhost, support@localhost', 'help@localhost'],
    ['To: help+r.abc@localhost', 'help@localhost'],
    ['To: bob@example.org\nDelivered-To: help@localhost', 'help@localhost'],
    ['To: undisclosed-recipients:;', 'support@localhost'],
  ])('%s: %s', async (fields, account) => {
    const { provider } = await contact(`From: a@b.example\n${fields}\nMessage-ID: <1@b.example>\n\nHi`, 'mail', both)
    expect(provider).toEqual({ account, id: '1@b.example' })
  })

  test('a mail without a Message-ID cannot be answered in its thread', async () => {
    expect((await contact('From: a@b.example\nTo: support@localhost\n\nHi')).provider).toBeUndefined()
  })
})

describe('a mail of ours that Amazon SES sent', () => {
  const sent = (id: string, date: string) =>
    contact(`From: support@localhost\nTo: alice@example.com\nMessage-ID: <${id}>\nDate: ${date}\n\nHi`)
  const [noon, one] = ['Fri, 08 May 2026 12:00:00 +0000', 'Fri, 08 May 2026 13:00:00 +0000']

  test('is known by the id that SES gave it, whatever Date SES wrote', async () => {
    const id = '0102018f-1@eu-west-1.amazonses.com'
    expect((await sent(id, noon)).id).toBe(sentMailId('support', id))
    expect((await sent(id, one)).id).toBe(sentMailId('support', id))
    expect((await sent('1@email.amazonses.com', one)).id).toBe(sentMailId('support', '1@email.amazonses.com'))
  })

  test('another is not, and neither is one that a customer sends with SES', async () => {
    expect((await sent('1@example.com', noon)).id).not.toBe((await sent('1@example.com', one)).id)
    expect(sentMailId('support', '1@amazonses.com.example.org')).toBeUndefined()
    const id = '0102018f-1@eu-west-1.amazonses.com'
    const theirs = await contact(`From: alice@example.com\nTo: support@localhost\nMessage-ID: <${id}>\n\nHi`)
    expect(theirs.id).not.toBe(sentMailId('support', id))
  })
})
