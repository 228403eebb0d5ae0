import { expect, test } from 'vitest'
import { formatNamed } from '../../core/channels/registry.ts'
import { splitNamed } from '../../core/channels/splits.ts'
import type { Delivery } from '../../core/record/delivery.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import { recordResults } from '../../core/record/record-results.ts'
import { splitDelivered } from '../../core/split/split-delivered.ts'
import { panel } from '../listening/panels.ts'
import { memoryDeps } from '../record/memory-deps.ts'

/** A file as it comes after its upload: cut into rows, each recorded by itself. */
async function importFile(kind: string, text: string) {
  const memory = { ...memoryDeps([]), formatNamed, splitNamed }
  const object = `files/${kind}/${kind}/import-1`
  await memory.raw.write(object, new TextEncoder().encode(text))
  const send = async (deliveries: Delivery[]) => {
    for (const delivery of deliveries) await recordResults(memory, [await recordContact(memory, delivery)])
  }
  await memory.facts.listening.lockPanel(panel)
  const again = () =>
    splitDelivered({ ...memory, send, startRun: () => () => true, now: () => new Date(0) }, { v: 1, object })
  await again()
  return { ...memory, again, reasons: () => memory.imports.reasons('import-1', 10) }
}

test('outcomes of a table stand on their streams; a wrong row says why, and costs itself only', async () => {
  const { facts, imports, reasons } = await importFile(
    'outcomes',
    [
      'id;kind;email;phone;occurredAt;amount;currency',
      'order-1;sale;Alice@example.com;;2026-03-02;19.9;GBP',
      'order-2;gift;alice@example.com;;2026-03-02;;',
      'order-3;sale;;020 7946 0123;2026-03-03T10:00:00+01:00;5000;JPY',
      'order-4;sale;alice@example.com;;2026-03-04;19,90;GBP',
      '',
    ].join('\n'),
  )
  expect(await facts.outcomes.ofStream('email:alice@example.com', { limit: 10 })).toMatchObject([
    { id: 'order-1', amount: { minor: 1990, currency: 'GBP' }, occurredAt: '2026-03-02T00:00:00.000Z' },
  ])
  expect(await facts.outcomes.ofStream('phone:+442079460123', { limit: 10 })).toMatchObject([
    { id: 'order-3', amount: { minor: 5000, currency: 'JPY' }, occurredAt: '2026-03-03T09:00:00.000Z' },
  ])
  expect(await imports.counts('import-1')).toMatchObject({ added: 2, setAside: 2 })
  expect(await reasons()).toMatchObject([
    { line: 3, reason: expect.stringContaining('kind: ') },
    { line: 5, reason: expect.stringContaining('amount: write a number with a point') },
  ])
})

test('mention counts of a table join their panel; what the panel has not is refused by name', async () => {
  const { facts, reasons } = await importFile(
    'listening',
    [
      'panel,day,network,member,mentions,positive,negative',
      'spring,2026-03-02,x,us,120,30,10',
      'spring,2026-03-02,x,nobody,7,,',
      'autumn,2026-03-02,x,us,1,,',
      '',
    ].join('\n'),
  )
  const range = { from: '2026-03-01', until: '2026-03-31', limit: 10 }
  expect(await facts.listening.counts('spring', range)).toMatchObject([{ member: 'us', mentions: 120, positive: 30 }])
  expect((await reasons()).map(({ reason }) => reason)).toEqual([
    'The count does not belong to its panel: the panel has us, them.',
    'There is no such panel: announce it first (POST /v1/listening/panels).',
  ])
})

test('campaigns of a table are there by their ids', async () => {
  const { facts } = await importFile(
    'campaigns',
    'name,channels,from,until,control\nSpring offer,email;social,2026-03-01,2026-03-14,country=IE\n',
  )
  expect(await facts.campaigns.read('spring-offer')).toMatchObject({
    channels: ['email', 'social'],
    window: { from: '2026-03-01', until: '2026-03-14' },
    control: { by: 'country', value: 'IE' },
  })
})
