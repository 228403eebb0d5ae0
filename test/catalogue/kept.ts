import * as fc from 'fast-check'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Atom, Delta } from '../../core/report/cells.ts'
import { expand } from '../../core/report/expand.ts'
import { mostItems, type ReportStore } from '../../core/report/store.ts'
import { daysLater } from '../../core/report/zone.ts'

/** A store of reports that holds what these facts amount to. */
export async function kept(atoms: readonly Atom[], table: Table = memoryTable()): Promise<ReportStore> {
  const store = reportStore(table, 1)
  const items = [...expand(atoms)]
  for (let at = 0; at < items.length; at += mostItems)
    await store.commit({ vectors: [], delta: new Map(items.slice(at, at + mostItems)) satisfies Delta })
  return store
}

const channels = ['email', 'phone', 'social', 'message']

/** Contacts and what became of conversations, from `first` on, within so many days. */
export const atomsFrom = (first: string, days: number, most = 40): fc.Arbitrary<Atom[]> =>
  fc.array(
    fc
      .record({
        day: fc.nat(days - 1),
        hour: fc.nat(23),
        channel: fc.constantFrom(...channels),
        visit: fc.constantFrom('first', 'returning'),
        again: fc.boolean(),
        resolved: fc.boolean(),
        good: fc.constantFrom(undefined, true, false),
        bucket: fc.nat(72),
        feeling: fc.constantFrom('positive' as const, 'neutral' as const, 'negative' as const),
      })
      .map(({ day, hour, channel, visit, again, resolved, good, bucket, feeling }): Atom => {
        const on = daysLater(first, day)
        return {
          hour: `${on}T${String(hour).padStart(2, '0')}`,
          day: on,
          dims: { channel, visit },
          counts: {
            ...{ inbound: 1, [feeling]: 1 },
            ...(again && { repeats30: 1, repeats15: 1, switches: 1 }),
            ...(resolved && { resolved: 1, firstContact: again ? 0 : 1, firstAnswers: 1, firstSeconds: 30 * bucket }),
            ...(good !== undefined && {
              [good ? 'csatGood' : 'csatBad']: 1,
              [good ? 'npsPromoters' : 'npsPassives']: 1,
            }),
          },
          ...(resolved && { buckets: { first: bucket } }),
          who: true,
        }
      }),
    { maxLength: most },
  )
