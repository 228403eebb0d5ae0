import { beforeEach, expect, test } from 'vitest'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { changeConsent } from '../../core/consent/change-consent.ts'
import { hearOptOut } from '../../core/consent/hear-opt-out.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { mailAt } from '../conversation/contacts.ts'

const whatsapp: Identifier = { type: 'whatsapp', value: '442079460018' }
const message = (text: string, time: string) =>
  mailAt(`${text} ${time}`, time, text, {
    ...{ channel: 'message', kind: 'direct', subject: '', evidence: [] },
    from: { identifier: whatsapp },
  })

let table = memoryTable()
let consent = consentStore(table)
beforeEach(() => {
  table = memoryTable()
  consent = consentStore(table)
})
const states = async () => {
  const [known] = await consent.read([whatsapp])
  return [known?.purposes.survey?.state, known?.purposes.marketing?.state]
}
const told = async () =>
  (await timelineStore(table, () => 0).readStream('whatsapp:442079460018', 10, {})).flatMap(entry =>
    entry.type === 'event' && entry.event.type === 'status' ? [entry.event.to] : [],
  )

test('STOP ends surveys and marketing for who sent it, once, with an entry beside the message', async () => {
  const stop = message('STOP', '2T09:00')
  await hearOptOut(consent, stop)
  await hearOptOut(consent, stop)
  expect(await consent.read([whatsapp])).toMatchObject([
    { purposes: { survey: { source: 'keyword', at: stop.occurredAt, by: 'the customer' } } },
  ])
  expect(await states()).toEqual(['denied', 'denied'])
  expect(await told()).toEqual(['survey and marketing denied (keyword)'])
})

test.each([
  ['in order', [0, 1]],
  ['turned round', [1, 0]],
  ['the STOP again after all', [0, 1, 0, 1]],
])('START takes it back, %s', async (_, order) => {
  const messages = [message('STOP', '2T09:00'), message('start', '2T10:00')]
  for (const at of order) await hearOptOut(consent, messages[at] ?? message('', '2T09:00'))
  expect(await states()).toEqual([undefined, undefined])
})

test('what was decided later stays, also when the message comes late or again', async () => {
  const stop = message('STOP', '2T09:00')
  await hearOptOut(consent, stop)
  const later = { source: 'said', at: '2026-03-02T12:00:00.000Z', by: 'anna' } as const
  const event = {
    type: 'event',
    entryId: 'granted',
    place: { stream: 'whatsapp:442079460018', sortAt: later.at },
    event: { v: 1, type: 'status', at: later.at, actor: 'anna', change: 'consent' },
  } as const
  await consent.change(
    whatsapp,
    known => changeConsent(known, whatsapp, { do: 'grant', purpose: 'survey' }, later),
    event,
  )
  await hearOptOut(consent, stop)
  await hearOptOut(consent, message('start', '2T08:00'))
  expect(await states()).toEqual(['granted', 'denied'])
})

test('other messages say nothing', async () => {
  await hearOptOut(consent, message('Please stop calling me', '2T09:00'))
  expect([await consent.read([whatsapp]), await told()]).toEqual([[], []])
})
