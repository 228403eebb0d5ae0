import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asteriskCdr } from '../../../core/channels/phone/asterisk-cdr.ts'
import { joinStates, stateOf } from '../../../core/contact/contact-state.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { contactsIn, fixtures, parseFile, payloadOf, phoneSource } from '../payloads.ts'

const parse = (row: string, ordinal = 0) => asteriskCdr.parse(payloadOf(row, { ordinal }), phoneSource)

describe('Asterisk call detail records', () => {
  test.each(fixtures('phone/asterisk-cdr'))('$name', async ({ body, expected }) => {
    const findings = await parseFile(asteriskCdr, body, phoneSource)
    expect(findings).toMatchObject(Object(expected))
    expect(findings).toHaveLength(Object(expected).length)
  })

  test('the legs of one linkedid are one call: the queue waited, an agent answered', async () => {
    const file = fixtures('phone/asterisk-cdr').find(({ name }) => name === 'freepbx-header.csv')
    const legs = contactsIn(await parseFile(asteriskCdr, file?.body ?? '', phoneSource))
    const calls = [legs, legs.toReversed()].map(order => viewContact(order.map(stateOf).reduce(joinStates)))
    expect(new Set(legs.map(({ id }) => id)).size).toBe(1)
    expect(calls[0]).toEqual(calls[1])
    expect(calls[0]?.call).toMatchObject({ answered: true, durationSeconds: 20, queue: 'sales', agent: '105' })
  })

  const short = 'calldate,src,dst,duration,billsec,disposition'
  const withHeader = (row: string, ordinal: number, region = 'GB') =>
    asteriskCdr.parse(payloadOf(row, { ordinal, context: short }), { ...phoneSource, defaultRegion: region })

  test('identical rows without a channel id are several calls, each the same at its redelivery', async () => {
    const row = '2026-03-04 12:39:00,02079460123,600,8,6,ANSWERED'
    const [first, second, again] = await Promise.all([withHeader(row, 0), withHeader(row, 1), withHeader(row, 0)])
    expect(first).toEqual(again)
    expect(contactsIn(first)[0]?.id).not.toBe(contactsIn(second)[0]?.id)
  })

  test('day and month are read as the region writes them, or as the uniqueid says', async () => {
    const at = async (context: string, row: string, region: string) => {
      const source = { ...phoneSource, defaultRegion: region, timeZone: 'Etc/UTC' }
      return contactsIn(await asteriskCdr.parse(payloadOf(row, { context }), source))[0]?.occurredAt
    }
    const row = '04/03/26 12:39,+442079460123,600,8,6,ANSWERED'
    expect(await at(short, row, 'GB')).toBe('2026-03-04T12:39:00.000Z')
    expect(await at(short, row, 'US')).toBe('2026-04-03T12:39:00.000Z')
    const epoch = Date.UTC(2026, 3, 3, 12, 39) / 1000
    expect(await at(`${short},uniqueid`, `${row},${epoch}.7`, 'GB')).toBe('2026-04-03T12:39:00.000Z')
  })

  test('a source in a time zone that does not exist sets its rows aside', async () => {
    const row = '2026-03-04 12:39:00,02079460123,600,8,6,ANSWERED'
    const source = { ...phoneSource, timeZone: 'Europe/Atlantis' }
    expect(await asteriskCdr.parse(payloadOf(row, { context: short }), source)).toMatchObject([{ type: 'set-aside' }])
  })

  test('an extension that calls out under an outside number is still the company', async () => {
    const row =
      '"","02079460123","02079460124","from-internal","","PJSIP/105-00000005","PJSIP/trunk-a-00000006","Dial","x","2026-03-01 09:00:00","","2026-03-01 09:00:35",35,30,"ANSWERED","3"'
    expect(contactsIn(await parse(row))).toMatchObject([
      { direction: 'outbound', to: [{ identifier: { value: '+442079460124' } }] },
    ])
  })

  test('a row that is too long is set aside', async () => {
    expect(await parse('x'.repeat(70_000))).toMatchObject([{ type: 'set-aside' }])
  })

  test('any row ends as one finding, the same each time', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'ANSWERED',
        '2026-03-01 09:00:00',
        '02079460123',
        '105',
        '""',
        '"Alice" <105>',
        'PJSIP/105-01',
        '',
      ),
      fc.string({ maxLength: 12 }),
    )
    const row = fc.array(cell, { maxLength: 27 }).map(cells => cells.join(','))
    await fc.assert(
      fc.asyncProperty(row, fc.option(row, { nil: undefined }), async (body, context) => {
        const payload = payloadOf(body, context === undefined ? {} : { context })
        const findings = await asteriskCdr.parse(payload, phoneSource)
        expect(findings).toHaveLength(1)
        expect(await asteriskCdr.parse(payload, phoneSource)).toEqual(findings)
      }),
      { numRuns: 500 },
    )
  })
})
