import * as z from 'zod'
import { RetryLater } from '../../core/record/outcome.ts'
import { type SetAside, type SetAsideStore, setAsideSchema } from '../../core/record/set-aside.ts'
import { setAsideKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const storedSchema = setAsideSchema.extend({ version: z.int() })

const maxRaces = 20

/** What could not be understood, newest first by the time in its id. */
export function setAsideStore(table: Table): SetAsideStore {
  return {
    write: item => write(table, setAsideSchema.parse(item)),
    read: async id => {
      const item = await table.get(setAsideKeys.item(id), true)
      return item && setAsideSchema.parse(item)
    },
    list: async (limit, before) => {
      const to = before === undefined ? {} : { to: setAsideKeys.before(before) }
      const items = await table.query({ pk: setAsideKeys.all, ...to, limit, newestFirst: true })
      return items.map(item => setAsideSchema.parse(item))
    },
    remove: id => table.remove(setAsideKeys.item(id)),
  }
}

/** Whoever sets it aside again knows nothing of its replays, so the greater number stands. */
async function write(table: Table, item: SetAside): Promise<void> {
  const key = setAsideKeys.item(item.id)
  let put = await table.put({ ...item, ...key, version: 1 }, 'absent')
  for (let race = 0; !put.written && race < maxRaces; race++) {
    put =
      put.existing === undefined
        ? await table.put({ ...item, ...key, version: 1 }, 'absent')
        : await replace(table, put.existing, item)
  }
  if (!put.written) throw new RetryLater('other writers of the same set-aside item kept interfering')
}

function replace(table: Table, existing: Item, item: SetAside) {
  const { version, replays } = storedSchema.parse(existing)
  const next = {
    ...item,
    ...setAsideKeys.item(item.id),
    version: version + 1,
    replays: Math.max(replays, item.replays),
  }
  return table.put(next, { version })
}
