import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactInputSchema } from '../../../core/channels/normal-form/contact-input.ts'
import { contacts } from '../../../core/channels/normal-form/contacts.ts'
import { contactId } from '../../../core/contact/contact-id.ts'
import { contactsIn, contactsSource, fixtures, jsonPayload, parseFile, payloadOf, reasonsIn } from '../payloads.ts'

const parse = (body: unknown) => contacts.parse(jsonPayload(body), contactsSource)

const item = (id: string, more: object = {}) => ({
  ...{ id, channel: 'web', kind: 'post', direction: 'inbound', occurredAt: '2026-03-02T10:00:00Z', text: 'hello' },
  from: { identifier: { type: 'email', value: 'alice@example.com' } },
  ...more,
})

describe('contacts in the normal form', () => {
  test.each(fixtures('normal-form/contacts'))('$name', async ({ body, expected }) => {
    expect(await contacts.parse(payloadOf(body), contactsSource)).toMatchObject(Object(expected))
  })

  test("the contact's id is made of the source and the sender's id", async () => {
    expect(contactsIn(await parse(item('a')))[0]?.id).toBe(contactId('local', 'a'))
  })

  test('a wrong item is set aside with its position and its fields, never with what stood there', async () => {
    const secret = 'alice-secret@example.com'
    const findings = await parse([
      item('a'),
      item('b', { kind: secret, text: 7 }),
      item('c', { to: [{ identifier: { type: 'phone', value: secret } }] }),
    ])
    expect(contactsIn(findings)).toHaveLength(1)
    expect(reasonsIn(findings)).toEqual([
      'set-aside: item 2: kind (invalid value), text (invalid type).',
      'set-aside: item 3: to.0.identifier.value is not of its type.',
    ])
    expect(JSON.stringify(findings)).not.toContain(secret)
  })

  test('a name of the sender’s own making is not repeated', async () => {
    const social = { network: 'x', visibility: 'public', metrics: { 'alice-secret': 'many' } }
    expect(reasonsIn(await parse(item('a', { social })))).toEqual([
      'set-aside: the contact: social.metrics (invalid type).',
    ])
  })

  test('identifiers are brought into their one form', async () => {
    const from = (type: string, value: string) => parse(item('a', { from: { identifier: { type, value } } }))
    expect(contactsIn(await from('phone', '020 7946 0123'))[0]?.from.identifier.value).toBe('+442079460123')
    expect(contactsIn(await from('email', ' Alice@Example.COM '))[0]?.from.identifier.value).toBe('alice@example.com')
    expect(contactsIn(await from('line', 'another-source'))[0]?.from.identifier.value).toBe('local')
    expect(reasonsIn(await from('facebook', 'alice'))).toHaveLength(1)
  })

  test('a sender proves its own customer ids and the author it names, and nothing else', async () => {
    const claim = (type: string, value: string) => ({ identifier: { type, value }, tier: 'T1', how: 'caller-id' })
    const evidence = [claim('email', 'alice@example.com'), claim('account', 'C-1'), claim('phone', '+442079460123')]
    const [contact] = contactsIn(await parse(item('a', { evidence })))
    expect(contact?.evidence.map(({ tier, how }) => [tier, how])).toEqual([
      ['T1', 'claimed-caller-id'],
      ['T1', 'claimed-caller-id'],
      ['T2', 'claimed-caller-id'],
    ])
  })

  test('a file holds one a line; the good lines become contacts', async () => {
    const lines = [
      JSON.stringify(item('a')),
      '',
      '{"id":"b"',
      JSON.stringify(item('c')),
      JSON.stringify({ id: 'a', deleted: true }),
    ]
    const findings = await parseFile(contacts, lines.join('\n'), contactsSource)
    expect(findings.map(({ type }) => type)).toEqual(['contact', 'set-aside', 'contact', 'deletion'])
  })

  test('a thousand items are read, one more sets the payload aside', async () => {
    const items = (length: number) => Array.from({ length }, (_, at) => item(String(at)))
    expect(contactsIn(await parse(items(1000)))).toHaveLength(1000)
    expect(await parse(items(1001))).toMatchObject([{ type: 'set-aside' }])
  })

  test('text beyond the limit is cut, and says so', async () => {
    expect(contactsIn(await parse(item('a', { text: 'x'.repeat(100_000) })))[0]).toMatchObject({ truncated: true })
  })

  test('an item of the schema becomes one finding, and any JSON ends as findings', async () => {
    expect(contactInputSchema.safeParse(item('a')).success).toBe(true)
    const key = fc.constantFrom(
      ...Object.keys(item('a')),
      'to',
      'evidence',
      'thread',
      'call',
      'deleted',
      'revision',
      'identifier',
      'type',
      'value',
    )
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('phone', 'inbound', '2026-03-02T10:00:00Z', '+442079460123'),
    )
    const changed = fc.dictionary(key, value).map(more => item('a', more))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.array(fc.oneof(changed, value)), changed, value), async body => {
        const findings = await parse(body)
        expect(findings).toHaveLength(Array.isArray(body) ? Math.max(1, body.length) : 1)
        expect(await parse(body)).toEqual(findings)
        contactsIn(findings)
      }),
      { numRuns: 1000 },
    )
  })
})
