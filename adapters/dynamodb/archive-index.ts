import * as z from 'zod'
import { datasetNames } from '../../core/archive/datasets.ts'
import type { ArchiveIndex, Due } from '../../core/archive/store.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { archiveKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Writes of one transaction. */
const mostWrites = 100
const dueSchema = z.object({ dataset: z.enum(datasetNames), day: z.iso.date(), version: z.int() })

/** The archive's index in the one table. A thing is an item of two keys alone; a day that is behind counts its changes. */
export const archiveIndex = (table: Table): ArchiveIndex => ({
  note: async things => {
    const items = things.map(({ dataset, day, id }) => ({ ...archiveKeys.thing(dataset, day, id), v: 1 }))
    const each = new Map(items.map(item => [`${item.pk} ${item.sk}`, item]))
    await table.putAll([...each.values()])
  },
  forget: async things => {
    const keys = new Map(
      things.map(({ dataset, day, id }) => [`${dataset} ${day} ${id}`, archiveKeys.thing(dataset, day, id)]),
    )
    const each = [...keys.values()]
    for (let at = 0; at < each.length; at += mostWrites) {
      const writes = each.slice(at, at + mostWrites).map(remove => ({ remove }))
      if (!(await table.transact(writes)).committed) throw new RetryLater('others note the same things of the archive')
    }
  },
  markDue: async partitions => {
    for (let at = 0; at < partitions.length; at += mostWrites) {
      const writes = partitions
        .slice(at, at + mostWrites)
        .map(({ dataset, day }) => ({ add: archiveKeys.due(dataset, day), fields: { version: 1 } }))
      if (!(await table.transact(writes)).committed) throw new RetryLater('others mark the same days of the archive')
    }
  },
  due: async (limit, after) => {
    const from = after && { from: archiveKeys.afterDue(after.dataset, after.day) }
    const items = await table.query({ pk: archiveKeys.allDue, ...from, limit, consistent: true })
    return items.map(readDue)
  },
  settle: async ({ dataset, day, version }) =>
    (await table.transact([{ remove: archiveKeys.due(dataset, day), when: { version } }])).committed,
  things: async ({ dataset, day }, limit, after) => {
    const from = after === undefined ? {} : { from: archiveKeys.after(after) }
    const items = await table.query({ pk: archiveKeys.day(dataset, day), ...from, limit, consistent: true })
    return items.map(({ sk }) => sk)
  },
})

const readDue = (item: Item): Due => dueSchema.parse({ ...archiveKeys.parseDue(item), version: item.version })
