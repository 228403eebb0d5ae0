import { describe } from 'vitest'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import { memorySearchIndex } from '../../adapters/memory/search-index.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { searchIndexContract } from './index-contract.ts'

describe('looking at everything', () => searchIndexContract(async () => memorySearchIndex(), 150))

describe('the index in the table', () =>
  searchIndexContract(
    async () => tableSearchIndex({ table: memoryTable(), now: () => 0, pause: async () => undefined }),
    150,
  ))
