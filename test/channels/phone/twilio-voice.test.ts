import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { twilioVoice } from '../../../core/channels/phone/twilio-voice.ts'
import { joinStates, stateOf } from '../../../core/contact/contact-state.ts'
import { homeIdentifier } from '../../../core/contact/home.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { fixtures, onlyContact, payloadOf, phoneSource } from '../payloads.ts'

const parse = (body: string | Uint8Array) => twilioVoice.parse(payloadOf(body), phoneSource)

describe('Twilio voice callbacks', () => {
  test.each(fixtures('phone/twilio-voice'))('$name', async ({ body, expected }) => {
    expect(await parse(body)).toMatchObject(Object(expected))
  })

  test('a callback without a Timestamp began when it was received, less its duration', async () => {
    const contact = await onlyContact(parse('CallSid=CA1&CallStatus=completed&From=%2B442079460123&CallDuration=60'))
    expect(contact.occurredAt).toBe('2026-03-02T11:59:00.000Z')
  })

  test('what is larger than any callback is set aside', async () => {
    expect(await parse(`CallSid=CA1&CallStatus=ringing&Pad=${'x'.repeat(70_000)}`)).toMatchObject([
      { type: 'set-aside' },
    ])
  })
})

type Delivery = { body: string; receivedAt: string }

const stateAfter = async (deliveries: Delivery[]) => {
  const contacts = await Promise.all(
    deliveries.map(({ body, receivedAt: at }) =>
      onlyContact(twilioVoice.parse(payloadOf(body, { receivedAt: at }), phoneSource)),
    ),
  )
  return contacts.map(stateOf).reduce(joinStates)
}

const callback = (status: string, second: number, more = ''): Delivery => ({
  body: `AccountSid=AC1&CallSid=CA1&CallStatus=${status}&Direction=inbound&From=%2B442079460123&To=%2B442079460999&CallbackSource=call-progress-events&Timestamp=Mon%2C+02+Mar+2026+10%3A00%3A${String(second).padStart(2, '0')}+%2B0000${more}`,
  receivedAt: `2026-03-02T10:00:${String(second + 1).padStart(2, '0')}.000Z`,
})

const leg = (status: string, second: number, more = ''): Delivery => {
  const { body, receivedAt: at } = callback(status, second, more)
  const child = body
    .replace('CallSid=CA1', 'CallSid=CA2&ParentCallSid=CA1')
    .replace('Direction=inbound', 'Direction=outbound-dial')
  return { body: child.replace('To=%2B442079460999', 'To=client%3Abob'), receivedAt: at }
}

const events = [
  callback('ringing', 0),
  callback('in-progress', 2),
  leg('initiated', 3),
  leg('ringing', 4),
  leg('in-progress', 10),
  leg('completed', 40, '&CallDuration=30'),
  callback('completed', 42, '&CallDuration=40'),
]

describe('the callbacks of one call', () => {
  test('fold into one call, answered by its agent, on the stream of its caller', async () => {
    const call = viewContact(await stateAfter(events))
    expect(call).toMatchObject({
      direction: 'inbound',
      occurredAt: '2026-03-02T10:00:00.000Z',
      call: { answered: true, durationSeconds: 40, agent: 'bob', disposition: 'completed' },
    })
    expect(homeIdentifier(call)).toEqual({ type: 'phone', value: '+442079460123' })
  })

  test('in any order, any of them repeated, make the same call', async () => {
    const expected = await stateAfter(events)
    const deliveries = fc
      .tuple(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.array(fc.constantFrom(...events), { maxLength: 5 }),
      )
      .map(([all, repeated]) => [...all, ...repeated])
    await fc.assert(
      fc.asyncProperty(deliveries, async order => {
        expect(await stateAfter(order)).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  test('a call that nobody answered keeps its final disposition, whatever came last', async () => {
    for (const order of [
      [callback('busy', 5), callback('ringing', 0), callback('initiated', 1)],
      [callback('initiated', 1), callback('ringing', 0), callback('busy', 5)],
    ]) {
      expect(viewContact(await stateAfter(order)).call).toEqual({
        answered: false,
        durationSeconds: 0,
        disposition: 'busy',
      })
    }
  })

  test('a call that rang out says no-answer, though initiated sorts before it', async () => {
    const order = [callback('initiated', 0), callback('no-answer', 30), callback('ringing', 1)]
    expect(viewContact(await stateAfter(order)).call?.disposition).toBe('no-answer')
  })

  test("a click-to-dial call lies on the customer's stream, though its first leg names nobody", async () => {
    const bodies = fixtures('phone/twilio-voice').filter(({ name }) => /^outbound-(by-client|customer-leg)/.test(name))
    const states = await Promise.all(bodies.map(async ({ body }) => stateOf(await onlyContact(parse(body)))))
    expect(homeIdentifier(viewContact(states.reduce(joinStates)))).toEqual({ type: 'phone', value: '+442079460123' })
  })
})

describe('any bytes', () => {
  test('end as one finding, the same each time', async () => {
    const keys = fc.constantFrom(
      'CallSid',
      'CallStatus',
      'From',
      'To',
      'Timestamp',
      'CallDuration',
      'Direction',
      'ParentCallSid',
    )
    const values = fc.oneof(fc.string(), fc.constantFrom('completed', 'ringing', 'client:', 'sip:@', '+44', 'inbound'))
    const form = fc
      .array(fc.tuple(keys, values))
      .map(pairs => new TextEncoder().encode(new URLSearchParams(pairs).toString()))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), form), async bytes => {
        const findings = await parse(bytes)
        expect(findings).toHaveLength(1)
        expect(await parse(bytes)).toEqual(findings)
      }),
      { numRuns: 500 },
    )
  })
})
