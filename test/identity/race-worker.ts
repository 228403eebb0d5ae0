import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import { merge } from '../../core/identity/merge.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { bareClient } from './bare-client.ts'
import { mergeAct, turnOf, unmergeAct } from './race-turn.ts'
import { depsOn, receive } from './receive.ts'

/** One of two processes that race: `<endpoint> <table> <name> <turns>`. Prints how often the other was in the way. */
const [endpoint = '', table = '', racer = '', turns = '0'] = process.argv.slice(2)
const inFlight = 6

let conflicts = 0
const plain = depsOn(dynamoTable(bareClient(endpoint), table))
const deps: IdentityDeps = {
  ...plain,
  pause: attempt => new Promise(resolve => setTimeout(resolve, attempt * 4 * Math.random())),
  store: {
    ...plain.store,
    commit: async write => {
      const committed = await plain.store.commit(write)
      if (!committed) conflicts++
      return committed
    },
  },
}

async function takeTurn(n: number): Promise<void> {
  const turn = turnOf(n)
  const contacts = racer === 'first' ? turn.contacts : turn.contacts.toReversed()
  for (const contact of contacts) await receive(deps, contact)
  if (turn.merge) {
    const [x, y] = await Promise.all(turn.merge.map(one => findCustomer(deps.store, one)))
    await merge(deps, x?.id ?? '', y?.id ?? '', mergeAct(n, racer))
  }
  if (turn.unmerge) {
    const [of, away] = turn.unmerge
    await unmerge(deps, (await findCustomer(deps.store, of))?.id ?? '', [away], unmergeAct(n))
  }
}

let next = 0
const takeTurns = async (): Promise<void> => {
  while (next < Number(turns)) await takeTurn(next++)
}
await Promise.all(Array.from({ length: inFlight }, takeTurns))
process.stdout.write(JSON.stringify({ conflicts }))
