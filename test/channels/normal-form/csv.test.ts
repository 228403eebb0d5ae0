import { describe, expect, test } from 'vitest'
import { csv } from '../../../core/channels/normal-form/csv.ts'
import { contactsIn, contactsSource, inChunks, payloadOf, reasonsIn } from '../payloads.ts'

const mapping = {
  id: 'Call Id',
  date: 'Date',
  time: 'Time',
  'from.phone': 'Caller',
  'from.name': 'Name',
  direction: 'Direction',
  answered: 'Answered',
  durationSeconds: 'Talk',
  agent: 'Agent',
  text: 'Notes',
}

async function parseTable(text: string, columns: Record<string, string>, chunk = 5) {
  const findings = []
  for await (const row of csv.split?.(inChunks(payloadOf(text).bytes, chunk)) ?? []) {
    const context = JSON.stringify({ header: row.context, mapping: columns })
    findings.push(...(await csv.parse(payloadOf(row.bytes, { context, ordinal: 0 }), contactsSource)))
  }
  return findings
}

const header = 'Call Id,Date,Time,Caller,Name,Direction,Answered,Talk,Agent,Notes'

describe('a table with a mapping', () => {
  test('a row becomes a contact', async () => {
    const [contact] = contactsIn(
      await parseTable(
        `\ufeff${header}\n7,31-01-2026,17:34:05,020 7946 0123,Alice,in,Y,00:02:59,bob,"late, again"\n`,
        mapping,
      ),
    )
    expect(contact).toMatchObject({
      channel: 'phone',
      kind: 'call',
      direction: 'inbound',
      occurredAt: '2026-01-31T17:34:05.000Z',
      from: { identifier: { type: 'phone', value: '+442079460123' }, name: 'Alice' },
      text: 'late, again',
      call: { answered: true, durationSeconds: 179, agent: 'bob' },
    })
  })

  test.each([';', '\t', '|'])('columns may be parted by %j', async delimiter => {
    const table = `Id${delimiter}When\r\n1${delimiter}2026-01-31T10:00:00Z\r\n`
    expect(contactsIn(await parseTable(table, { id: 'Id', occurredAt: 'When' }))).toHaveLength(1)
  })

  test('a value after = is the same for every row', async () => {
    const columns = { occurredAt: 'When', channel: '=web', kind: '=post', 'from.email': 'Mail', text: 'What' }
    const [contact] = contactsIn(await parseTable('When,Mail,What\n2026-01-31,Alice@Example.com,hi', columns))
    expect(contact).toMatchObject({
      channel: 'web',
      kind: 'post',
      from: { identifier: { value: 'alice@example.com' } },
    })
    expect(contact?.call).toBeUndefined()
  })

  test('a number that is masked names nobody; the row is still a contact', async () => {
    const [contact] = contactsIn(
      await parseTable('When,Caller\n2026-01-31 10:00,0207946XXXX', { occurredAt: 'When', 'from.phone': 'Caller' }),
    )
    expect(contact?.from.identifier.type).toBe('line')
  })

  test('what is wrong is set aside with its field, or with the column that is missing', async () => {
    expect(reasonsIn(await parseTable('When\nsoon', { occurredAt: 'When' }))).toEqual([
      'set-aside: the row: occurredAt (invalid type).',
    ])
    expect(reasonsIn(await parseTable('When\nsoon', { occurredAt: 'Then' }))).toEqual([
      'set-aside: The header has no column Then.',
    ])
    expect(await csv.parse(payloadOf('1,2', { context: 'a,b' }), contactsSource)).toMatchObject([{ type: 'set-aside' }])
    expect(await csv.parse(payloadOf('1,2'), contactsSource)).toMatchObject([{ type: 'set-aside' }])
  })

  test('identical rows without an id are several contacts', async () => {
    const context = JSON.stringify({ header: 'When', mapping: { occurredAt: 'When' } })
    const parse = async (ordinal: number) =>
      contactsIn(await csv.parse(payloadOf('2026-01-31', { context, ordinal }), contactsSource))[0]?.id
    expect(await parse(0)).toBe(await parse(0))
    expect(await parse(0)).not.toBe(await parse(1))
  })
})
