import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectRecords } from '../../../core/channels/phone/connect-records.ts'
import { twilioCalls } from '../../../core/channels/phone/twilio-calls.ts'
import { twilioVoice } from '../../../core/channels/phone/twilio-voice.ts'
import { joinStates, stateOf } from '../../../core/contact/contact-state.ts'
import { viewContact } from '../../../core/contact/view.ts'
import { contactsIn, fixtures, jsonPayload, onlyContact, parseFile, payloadOf, phoneSource } from '../payloads.ts'

describe("Twilio's call list", () => {
  test.each(fixtures('phone/twilio-calls'))('$name', async ({ body, expected }) => {
    expect(await parseFile(twilioCalls, body, phoneSource)).toMatchObject(Object(expected))
  })

  test('a listed call is the contact that its callbacks were', async () => {
    const callback = fixtures('phone/twilio-voice').find(({ name }) => name === 'inbound-completed.form')
    const live = await onlyContact(twilioVoice.parse(payloadOf(callback?.body ?? ''), phoneSource))
    const [listed] = contactsIn(
      await parseFile(twilioCalls, fixtures('phone/twilio-calls')[0]?.body ?? '', phoneSource),
    )
    expect(listed).toMatchObject({ id: live.id, occurredAt: live.occurredAt })
  })

  test('a page of more than a thousand calls is set aside', async () => {
    const page = { calls: Array.from({ length: 1001 }, () => ({})) }
    expect(await twilioCalls.parse(jsonPayload(page), phoneSource)).toMatchObject([{ type: 'set-aside' }])
  })
})

describe("Amazon Connect's records", () => {
  test.each(fixtures('phone/connect-records'))('$name', async ({ body, expected }) => {
    expect(await parseFile(connectRecords, body, phoneSource)).toMatchObject(Object(expected))
  })

  test('the latest update of a record wins, and a transfer is a leg of the same call', async () => {
    const legs = contactsIn(
      await parseFile(connectRecords, fixtures('phone/connect-records')[0]?.body ?? '', phoneSource),
    )
    const call = legs.filter(({ id }) => id === legs[0]?.id)
    const views = [call, call.toReversed()].map(order => viewContact(order.map(stateOf).reduce(joinStates)))
    expect(call).toHaveLength(3)
    expect(views[0]).toEqual(views[1])
    expect(views[0]?.call).toMatchObject({ disposition: 'AGENT_DISCONNECT', agent: 'bob' })
  })
})

test('any JSON ends as findings in either', async () => {
  const key = fc.constantFrom(
    'calls',
    'sid',
    'status',
    'from',
    'to',
    'ContactId',
    'InstanceARN',
    'Channel',
    'InitiationTimestamp',
    'Agent',
  )
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('completed', 'VOICE', '2026-03-02T10:00:00Z', '+442079460123'),
  )
  const record = fc.dictionary(key, value)
  await fc.assert(
    fc.asyncProperty(fc.oneof(record, fc.record({ calls: fc.array(record) }), value), async body => {
      for (const format of [twilioCalls, connectRecords]) {
        const findings = await format.parse(jsonPayload(body), phoneSource)
        expect(findings.length).toBeGreaterThan(0)
        contactsIn(findings)
      }
    }),
    { numRuns: 500 },
  )
})
