import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Format, WorldEvent } from '../../bench/world/event.ts'
import { withheldNumbers } from '../../bench/world/payloads/twilio.ts'
import { sample, textOf } from './sample.ts'

const whole = (format: Format): WorldEvent[] =>
  sample.filter(event => event.format === format && event.truth.every(({ broken }) => broken === undefined))
const fieldsOf = (event: WorldEvent) => Object.fromEntries(new URLSearchParams(textOf(event)))

describe('callbacks of calls', () => {
  test('have a body that says the same as their parameters, broken or not', () => {
    const forms = sample.filter(({ format }) => format === 'twilio-voice')
    expect(forms.length).toBeGreaterThan(500)
    for (const event of forms) expect(fieldsOf(event)).toEqual(event.params)
  })

  test('are numbered from 0 in the order of the call, and end once', () => {
    const first = whole('twilio-voice').filter(({ truth: [truth] }) => truth?.duplicateOf === undefined)
    for (const callbacks of Map.groupBy(first, ({ params }) => params?.CallSid).values()) {
      const inOrder = callbacks.toSorted((one, other) => sequence(one) - sequence(other))
      expect(inOrder.map(sequence)).toEqual(inOrder.map((_, at) => at))
      const statuses = inOrder.map(({ params }) => params?.CallStatus ?? '')
      expect(statuses.filter(status => ['completed', 'busy', 'no-answer'].includes(status))).toEqual(statuses.slice(-1))
    }
  })

  test('show a placeholder when, and only when, the number is withheld', () => {
    const inbound = whole('twilio-voice').filter(({ params }) => params?.Direction === 'inbound')
    const hidden = inbound.filter(({ truth: [truth] }) => truth?.identifiersShown.length === 0)
    expect(new Set(hidden.map(({ params }) => params?.From)).size).toBeGreaterThan(3)
    for (const event of inbound) expect(withheldNumbers.includes(event.params?.From ?? '')).toBe(hidden.includes(event))
  })

  const sequence = ({ params }: WorldEvent): number => Number(params?.SequenceNumber)
})

describe('what networks send', () => {
  test.each<Format>(['x', 'meta', 'contacts'])('%s is JSON', format => {
    expect(whole(format).length).toBeGreaterThan(50)
    for (const event of whole(format)) expect(() => JSON.parse(textOf(event))).not.toThrow()
  })

  test('X has ids as 64-bit numbers, digit by digit as in their texts', () => {
    for (const event of whole('x'))
      for (const [, number, text] of textOf(event).matchAll(/"id":(\d+),"id_str":"(\d+)"/g)) expect(number).toBe(text)
  })
})

test('a file of the exchange has 18 columns in each row that is not broken', () => {
  const files = sample.filter(({ format }) => format === 'asterisk-cdr')
  expect(files.length).toBeGreaterThan(20)
  for (const event of files) {
    const rows: string[][] = parse(Buffer.from(event.bytes), { relax_column_count: true })
    expect(rows.map(row => row.length === 18)).toEqual(event.truth.map(({ broken }) => broken === undefined))
  }
})
