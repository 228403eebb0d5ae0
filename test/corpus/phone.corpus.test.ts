import { afterAll, describe, expect, test } from 'vitest'
import type { Format } from '../../core/channels/channel.ts'
import { csv } from '../../core/channels/normal-form/csv.ts'
import { asteriskCdr } from '../../core/channels/phone/asterisk-cdr.ts'
import { connectRecords } from '../../core/channels/phone/connect-records.ts'
import { twilioCalls } from '../../core/channels/phone/twilio-calls.ts'
import { twilioVoice } from '../../core/channels/phone/twilio-voice.ts'
import { joinStates, stateOf } from '../../core/contact/contact-state.ts'
import { viewContact } from '../../core/contact/view.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import { contactsIn } from '../channels/payloads.ts'
import { corpusSets, filesBelow, printTable, type RealRow, readReal, same, tally } from './corpus-files.ts'

const sets = corpusSets('telephony')
const tallies = new Map<string, Map<string, number>>()
afterAll(() => printTable('Telephone records, by set:', tallies))

/** The nearest format of each set, and what its source would be configured with. */
const formats: [RegExp, Format, string][] = [
  [/^asterisk-freepbx/, asteriskCdr, 'PT'],
  [/^(asterisk|freeswitch)/, asteriskCdr, 'US'],
  [/^callcentre/, csv, 'US'],
  [/^twilio-status/, twilioVoice, 'US'],
  [/^twilio/, twilioCalls, 'US'],
  [/./, connectRecords, 'US'],
]

const tables: [RegExp, Record<string, string>][] = [
  [
    /appliance/,
    {
      id: 'Call Id',
      date: 'Date',
      time: 'Time',
      agent: 'Agent',
      answered: 'Answered (Y/N)',
      durationSeconds: 'AvgTalkDuration',
    },
  ],
  [/korean/, { id: '상담ID', 'from.account': '고객ID', occurredAt: '상담일시', agent: '상담원ID' }],
  [/sentiment/, { id: 'id', occurredAt: 'call_timestamp', agent: 'Agent', answered: 'Answered (Y/N)' }],
  [/small/, { id: 'CallID', occurredAt: 'Date', agent: 'Agent', durationSeconds: 'Duration' }],
]

/** A column counted from the end of the row, where no quotes are: read without our own CSV. */
function valueFromEnd(row: Uint8Array, header: string, column: string): string | undefined {
  const at = header.split(',').toReversed().indexOf(column)
  return at < 0
    ? undefined
    : new TextDecoder()
        .decode(row)
        .split(',')
        .at(-1 - at)
}

const formatOf = (set: string) => formats.find(([name]) => name.test(set)) ?? [/./, connectRecords, 'US']

async function readSet(name: string, folder: string): Promise<{ path: string; bytes: Uint8Array; rows: RealRow[] }[]> {
  const [, format, defaultRegion] = formatOf(name)
  const source: Source = { ...defaultSource('real', format.sourceKind), defaultRegion, timeZone: 'America/New_York' }
  const mapping = tables.find(([table]) => table.test(name))?.[1]
  const files = filesBelow(folder)
  return Promise.all(files.map(async file => ({ ...file, rows: await readReal(format, file.bytes, source, mapping) })))
}

describe.skipIf(sets.length === 0)('real telephone records', () => {
  test.each(sets)('$name: every file and every row ends as something', async ({ name, folder }) => {
    const counts = new Map<string, number>()
    tallies.set(name, counts)
    for (const { path, bytes, rows } of await readSet(name, folder)) {
      for (const row of rows) {
        expect(row.findings.length, path).toBeGreaterThan(0)
        expect(same(bytes.slice(row.offset, row.offset + row.length), row.bytes), path).toBe(true)
        tally(counts, row.findings)
      }
      if (bytes.length > 0) expect(rows.length, path).toBeGreaterThan(0)
    }
  })

  const cdrSets = sets.filter(({ name }) => formatOf(name)[1] === asteriskCdr)

  test.each(cdrSets)('$name: one finding a row, and no byte between rows is lost', async ({ name, folder }) => {
    for (const { path, bytes, rows } of await readSet(name, folder)) {
      const text = new TextDecoder('latin1').decode(bytes)
      let end = 0
      for (const row of rows) {
        const gap = text
          .slice(end, row.offset)
          .replace(/^(\u00ef\u00bb\u00bf)?[^\r\n]*/, first => (end === 0 ? '' : first))
        expect(/^[\r\n]*$/.test(gap), path).toBe(true)
        expect(row.findings.length, path).toBe(1)
        end = row.offset + row.length
      }
      expect(/^[\r\n]*$/.test(text.slice(end)), path).toBe(true)
    }
  })

  test.each(cdrSets)('$name: a call is answered where its row says ANSWERED', async ({ name, folder }) => {
    for (const { path, rows } of await readSet(name, folder)) {
      for (const { bytes, findings } of rows) {
        for (const contact of contactsIn(findings)) {
          expect(contact.call?.answered, path).toBe(/\bANSWERED\b/.test(new TextDecoder().decode(bytes)))
        }
      }
    }
  })

  test.each(cdrSets)(
    '$name: rows of one linkedid are one call, rows of different ones are not',
    async ({ name, folder }) => {
      const calls = new Map<string, Set<string>>()
      for (const { bytes, context = '', findings } of (await readSet(name, folder)).flatMap(({ rows }) => rows)) {
        const linkedId = valueFromEnd(bytes, context, 'linkedid')
        if (linkedId === undefined) continue
        for (const { id } of contactsIn(findings)) calls.set(linkedId, (calls.get(linkedId) ?? new Set()).add(id))
      }
      const ids = [...calls.values()].map(found => [...found])
      expect(ids.filter(found => found.length > 1)).toEqual([])
      expect(new Set(ids.flat()).size).toBe(ids.length)
    },
  )

  test('the same file twice is the same contacts; files that overlap share calls', async () => {
    for (const { name, folder } of cdrSets) {
      const [once, twice] = [await readSet(name, folder), await readSet(name, folder)]
      const idsOf = (read: typeof once) =>
        read.flatMap(({ rows }) => rows.flatMap(row => contactsIn(row.findings).map(({ id, part }) => `${id} ${part}`)))
      expect(same(idsOf(twice), idsOf(once)), name).toBe(true)
    }
  })

  test.each(sets.filter(({ name }) => /status-callbacks/.test(name)))(
    '$name: the callbacks of a call fold into one',
    async ({ name, folder }) => {
      const contacts = (await readSet(name, folder)).flatMap(({ rows }) =>
        rows.flatMap(row => contactsIn(row.findings)),
      )
      const byId = Map.groupBy(contacts, ({ id }) => id)
      for (const parts of byId.values()) {
        const views = [parts, parts.toReversed()].map(order => viewContact(order.map(stateOf).reduce(joinStates)))
        expect(same(views[0], views[1])).toBe(true)
        expect(views[0]?.call?.answered).toBe(parts.some(({ call }) => call?.answered))
      }
      expect(byId.size).toBeLessThan(contacts.length)
    },
  )

  test.each(sets.filter(({ name }) => /connect-ctr/.test(name)))(
    '$name: updates of a record are revisions of one call',
    async ({ name, folder }) => {
      const contacts = (await readSet(name, folder)).flatMap(({ rows }) =>
        rows.flatMap(row => contactsIn(row.findings)),
      )
      for (const updates of Map.groupBy(contacts, ({ id }) => id).values()) {
        const states = updates.map(stateOf)
        const latest = Math.max(...updates.map(({ revision }) => revision))
        expect(states.reduce(joinStates).parts.map(({ revision }) => revision)).toContain(latest)
        expect(same(states.reduce(joinStates), states.toReversed().reduce(joinStates))).toBe(true)
      }
    },
  )
})

const flows = corpusSets('aws-lambda-events')

test.skipIf(flows.length === 0)(
  "events of Amazon Connect's flows are no contact records, and are set aside",
  async () => {
    const source = defaultSource('real', 'phone')
    const files = flows
      .flatMap(({ folder }) => filesBelow(folder))
      .filter(({ path }) => /connect.*(flow|event)/i.test(path))
    for (const { path, bytes } of files) {
      const findings = (await readReal(connectRecords, bytes, source)).flatMap(row => row.findings)
      expect(findings.every(({ type }) => type === 'set-aside') && findings.length > 0, path).toBe(true)
    }
    expect(files.length).toBeGreaterThan(0)
  },
)
