import { contactId } from '../../contact/contact-id.ts'
import { instantOfRfc3339 } from '../../payload/instant.ts'
import type { Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'
import { phoneIdentifier } from '../phone/phone-number.ts'
import { customaryReading, instantInZone, readWallClock } from '../phone/wall-clock.ts'

type Row = ReadonlyMap<string, string>
type Mapping = Record<string, string>

/**
 * A row as an item of the normal form. A mapping gives a column by its name, or a value for every row after `=`
 * (`{"channel": "=phone", "occurredAt": "Call start", "from.phone": "Caller"}`). Without an id the row itself, and how
 * often it came before in its file, names the contact.
 */
export function mappedItem(row: Row, mapping: Mapping, { ordinal = 0 }: Payload, source: Source): object {
  const cell = (field: string): string | undefined => {
    const column = mapping[field] ?? ''
    return (column.startsWith('=') ? column.slice(1) : row.get(column)) || undefined
  }
  const direction = directionOf(cell('direction'))
  return withoutAbsent({
    id: cell('id') ?? contactId('row', ...row.values(), String(ordinal)),
    channel: cell('channel') ?? 'phone',
    kind: cell('kind') ?? 'call',
    direction,
    occurredAt: occurredAt(cell, source),
    from: partyOf('from', cell, source),
    to: [partyOf('to', cell, source)].filter(party => party !== undefined),
    ...said(cell),
    call: (cell('channel') ?? 'phone') === 'phone' ? callOf(cell) : undefined,
  })
}

type Cell = (field: string) => string | undefined

const texts = ['subject', 'text', 'language', 'campaign', 'brand', 'department'] as const
const said = (cell: Cell): object => Object.fromEntries(texts.map(name => [name, cell(name)]))

/** `Outbound`, `out` and `outgoing` are outbound; so is nothing else. */
const directionOf = (text = ''): 'inbound' | 'outbound' => (/^out/i.test(text) ? 'outbound' : 'inbound')

/** RFC 3339, or the source's wall clock; `date` and `time` may be columns of their own. */
function occurredAt(cell: Cell, source: Source): string | undefined {
  const written = cell('occurredAt') ?? [cell('date'), cell('time') ?? '00:00'].filter(Boolean).join(' ')
  const readings = readWallClock(/\d:\d/.test(written) ? written : `${written} 00:00`)
  const wall = customaryReading(readings, source.defaultRegion)
  return instantOfRfc3339(written) ?? (wall && instantInZone(wall, source.timeZone))
}

/** Whoever a column names: a number, else an address, else the company's own customer id; a masked number names nobody. */
function partyOf(end: 'from' | 'to', cell: Cell, source: Source): object | undefined {
  const [phone, email, account] = ['phone', 'email', 'account'].map(type => cell(`${end}.${type}`))
  const number = phone === undefined ? undefined : phoneIdentifier(phone, source.defaultRegion)
  const address = email === undefined ? undefined : { type: 'email', value: email }
  const customer = account === undefined ? undefined : { type: 'account', value: account }
  const identifier = number ?? address ?? customer
  return identifier && withoutAbsent({ identifier, name: cell(`${end}.name`), handle: cell(`${end}.handle`) })
}

const callOf = (cell: Cell): object =>
  withoutAbsent({
    answered: /^(y|yes|true|1|answered|completed|ja|oui|s[ií])$/i.test(cell('answered') ?? ''),
    durationSeconds: secondsOf(cell('durationSeconds')) ?? 0,
    queueSeconds: secondsOf(cell('queueSeconds')),
    agent: cell('agent'),
    queue: cell('queue'),
    disposition: cell('disposition'),
  })

/** Seconds, or hours, minutes and seconds as a clock shows them. */
function secondsOf(text = ''): number | undefined {
  if (/^\d{1,7}(\.\d+)?$/.test(text)) return Number(text)
  const [, hours, minutes, seconds] = /^(?:(\d{1,3}):)?(\d{1,2}):(\d\d)$/.exec(text) ?? []
  return seconds === undefined ? undefined : Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
}

const withoutAbsent = (item: object): object =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
