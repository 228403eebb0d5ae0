import { describe } from 'vitest'
import { frequenciesItem } from '../../adapters/dynamodb/search-items.ts'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memorySearchIndex } from '../../adapters/memory/search-index.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { tokenOf } from '../../core/search/occurrences.ts'
import { learn, noFrequencies } from '../../core/search/rarity.ts'
import { describeOnEveryTable } from '../engines.ts'
import { searchIndexContract } from './index-contract.ts'

const kept = (table: Table) => tableSearchIndex({ table, now: () => 0, pause: async () => undefined })

describe('looking at everything', () => searchIndexContract(async () => memorySearchIndex(), 150))

describe('the index in the table', () => searchIndexContract(async () => kept(memoryTable()), 150))

describe('the index in the table, where most words are frequent', () => {
  const common = ['kettle', 'broken', 'order', 'alice', 'van', 'bouilloire', 'wasserkocher', '沸か', '2026']
  const contacts = Array.from({ length: 10 }, () => common.map(tokenOf.word))
  searchIndexContract(async () => {
    const table = memoryTable()
    await table.put(frequenciesItem(contacts.reduce(learn, noFrequencies), 1))
    return kept(table)
  }, 100)
})

/** A few runs: each makes a table of its own. */
describeOnEveryTable('the index', makeTable => searchIndexContract(async () => kept(await makeTable()), 2))
