import type { Key, Table } from '../../adapters/dynamodb/table.ts'

/** What is kept of reports in one table, all else in another: reports alone are measured, or tried on another engine. */
export function splitTable(facts: Table, reports: Table): Table {
  const isOfReports = ({ pk }: Pick<Key, 'pk'>): boolean => pk.startsWith('V#') || pk.startsWith('R#')
  const tableOf = (key: Pick<Key, 'pk'>): Table => (isOfReports(key) ? reports : facts)
  return {
    get: (key, consistent) => tableOf(key).get(key, consistent),
    batchGet: async (keys, consistent) => {
      const parts = [facts, reports].map(async table => {
        const own = keys.filter(key => tableOf(key) === table)
        return own.length === 0 ? [] : table.batchGet(own, consistent)
      })
      return (await Promise.all(parts)).flat()
    },
    put: (item, when) => tableOf(item).put(item, when),
    putAll: async items => {
      for (const table of [facts, reports]) await table.putAll(items.filter(item => tableOf(item) === table))
    },
    remove: key => tableOf(key).remove(key),
    transact: writes => {
      const [first] = writes
      if (first === undefined) return facts.transact(writes)
      const key =
        'put' in first ? first.put : 'remove' in first ? first.remove : 'add' in first ? first.add : first.check
      return tableOf(key).transact(writes)
    },
    query: range => tableOf(range).query(range),
    addToSets: (key, sets, fields) => tableOf(key).addToSets(key, sets, fields),
  }
}
