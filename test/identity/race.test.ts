import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { identityDump } from '../../adapters/dynamodb/identity-dump.ts'
import type { Item } from '../../adapters/dynamodb/table.ts'
import { streamName } from '../../core/contact/stream.ts'
import { findViolations } from '../../core/identity/invariants.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { createTable, type StartedTable, startOnDisk } from '../tables-on-disk.ts'
import { canonicalCustomers, livingCustomers } from './canonical.ts'
import { turnOf } from './race-turn.ts'
import { ids, makeLink } from './world.ts'

const turns = Number(process.env.THROUGHLINE_RACE_TURNS ?? 2000)
const all = Array.from({ length: turns }, (_, n) => turnOf(n))
const worker = fileURLToPath(new URL('race-worker.ts', import.meta.url))
const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() })

let started: StartedTable
let endpoint = ''
beforeAll(async () => {
  started = await startOnDisk(async options => {
    const engine = await startDynoxide(options)
    endpoint = engine.endpoint
    return engine
  })
})
afterAll(() => started.stop())

test(`two processes that create and link the same customers ${turns} times end in one result`, async () => {
  const { client } = started
  if (client === undefined) throw new Error('the engine has no client')
  await createTable(client, 'race')
  const racers = await Promise.all(['first', 'second'].map(run))
  expect(racers.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0)

  const dump = identityDump(await scan(client))
  expect(findViolations(dump, ids)).toEqual([])
  expect(livingCustomers(dump)).toEqual(expected())
  expect(dump.log.filter(({ operation }) => operation.kind === 'unmerge').length).toBe((2 * turns) / 100)
}, 300_000)

async function run(racer: string): Promise<{ conflicts: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [worker, endpoint, 'race', racer, `${turns}`])
  return z.object({ conflicts: z.int() }).parse(JSON.parse(stdout))
}

async function scan(client: DynamoDBClient): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of paginateScan({ client }, { TableName: 'race' })) {
    items.push(...(page.Items ?? []).map(item => itemSchema.parse(unmarshall(item))))
  }
  return items
}

/** By the contacts and decisions alone. */
const expected = () =>
  canonicalCustomers(
    all.flatMap(({ contacts }) => contacts),
    links => {
      for (const { merge, unmerge } of all) {
        if (merge) {
          const link = makeLink(streamName(merge[0]), streamName(merge[1]), {
            tier: 'T2',
            rule: 'agent',
            asserted: false,
          })
          links.set(link.id, link)
        }
        if (unmerge) links.delete(ids.link(streamName(unmerge[0]), streamName(unmerge[1]), 'said'))
      }
    },
  )
