import { describe, expect, test } from 'vitest'
import { homeIdentifier } from '../../../core/contact/home.ts'
import { contact, support } from './mails.ts'

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
