import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { digestOf } from '../../core/digest/digest.ts'
import { renderDigest } from '../../core/digest/render.ts'
import type { Atom } from '../../core/report/cells.ts'
import { daysLater } from '../../core/report/zone.ts'
import { kept } from '../catalogue/kept.ts'

const now = '2026-03-16T06:00:00.000Z'
const days = Array.from({ length: 14 }, (_, n) => daysLater('2026-03-02', n))
const isLater = (day: string) => day >= '2026-03-09'

/** Every day the same, but for how often the first target of a team was kept in the second week. */
const world = (kept: number, label = 'blue'): Atom[] =>
  days.map(day => ({
    ...{ hour: `${day}T09`, day, dims: { department: 'service', team: label } },
    counts: isLater(day)
      ? { inbound: 100, firstKept: kept, firstMissed: 100 - kept }
      : { inbound: 100, firstKept: 60, firstMissed: 40 },
  }))

async function digest(atoms: readonly Atom[], department?: string) {
  const store = await kept(atoms)
  const table = memoryTable()
  const reads = {
    ...{ campaigns: campaignStore(table), listening: listeningStore(table) },
    currentReports: async () => ({ store, zone: 'Etc/UTC' }),
  }
  return digestOf(reads, { department, days: 7 }, now)
}

test('a change is told with its numbers and why it matters; a team that did better is a win', async () => {
  const found = await digest(world(80), 'service')
  expect(found).toMatchObject({
    period: { from: '2026-03-09', to: '2026-03-15' },
    volume: { now: 700, before: 700, change: 'as usual' },
    changes: [{ report: 'service-level', value: 0.8, before: 0.6, good: true, n: 700 }],
    wins: [{ of: 'blue', value: 0.8 }],
  })
  const { subject, text } = renderDigest(found, 'en')
  expect(subject).toBe('service, 2026-03-09 to 2026-03-15: 1 change')
  expect(text).toContain('[better] First response in time: 80.0 %, was 60.0 % (700 targets). Whoever hears nothing')
})

test('what chance makes is not told', async () => {
  const found = await digest(world(61))
  expect(found).toMatchObject({ changes: [], wins: [], topics: [] })
  expect(renderDigest(found, 'en').text).toContain('Nothing changed by more than chance.')
})

test('another department’s changes are not this one’s, but its teams’ wins are everybody’s', async () => {
  const found = await digest(world(80), 'sales')
  expect(found.changes).toEqual([])
  expect(found.wins).toHaveLength(1)
})

test('no name breaks out of the mail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('<img src=x onerror=alert(1)>', '"&<', '\r\nBcc: eve@example.com'), async name => {
      const { html, subject } = renderDigest(await digest(world(90, name), name), 'en')
      expect(html).not.toMatch(/<(?!\/?(?:html|head|meta|title|body|h1|h2|p|ul|li|strong)\b|!doctype)/)
      expect(subject).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 3 },
  )
})
