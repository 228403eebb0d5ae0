import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { mailAt } from '../../test/conversation/contacts.ts'
import { makeWorld } from '../../test/conversation/world.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import { watchConsumption } from '../consumed.ts'
import type { Figure, Measure } from '../measure.ts'
import { watchRoundTrips } from '../round-trips.ts'

/** What it costs to bring a contact that is recorded already into its conversation. */
export const conversationCost: Measure = {
  name: 'conversation-cost',
  about: 'units and round trips to open and to join a conversation',
  run,
}

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const world = makeWorld(await createTable(client, 'conversations', false))
  const consumption = watchConsumption(client)
  const trips = watchRoundTrips(client)
  try {
    const figures: Figure[] = []
    for (const [n, name] of ['opening a conversation', 'the second contact of one', 'the third'].entries()) {
      const text = 'My parcel has not been delivered. '.repeat(30)
      const contact = mailAt(`mail ${n}`, `2T09:0${n}`, text)
      await world.record(contact)
      let chain = 0
      const units = await consumption.since(async () => {
        chain = await trips.during(() => world.follow(contact))
      })
      figures.push({ name: `${name}, 1 KB of text: write units`, value: units.writeUnits, unit: 'WCU' })
      figures.push({ name: `${name}: read units`, value: units.readUnits, unit: 'RCU' })
      figures.push({ name: `${name}: round trips, one after the other`, value: chain, unit: 'trips' })
    }
    return figures
  } finally {
    await stop()
  }
}
