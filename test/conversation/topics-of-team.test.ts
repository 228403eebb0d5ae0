import { expect, test } from 'vitest'
import { mailAt } from './contacts.ts'
import { makeWorld } from './world.ts'

const care = {
  id: 'care',
  topics: [
    { topic: 'delivery', priority: 'high' as const },
    { topic: 'outage', priority: 'urgent' as const },
    { topic: 'returns', priority: 'low' as const },
  ],
}

/** A company whose contacts all go to one team, which gives some topics a priority. */
function worldOfCare() {
  const world = makeWorld()
  world.deps.teamFor = async () => care
  return world
}

test.each([
  ['My parcel has not been delivered.', 'high', ['delivery']],
  ['No internet since the parcel with the router was delivered.', 'urgent', ['delivery', 'outage']],
  ['I want to exchange it.', 'low', ['returns']],
  ['Hello there', 'normal', []],
])('%j opens a matter of the priority %s that its team gives the topic', async (text, priority, topics) => {
  const { receive, eventsOn } = worldOfCare()
  const opened = await receive(mailAt('first', '2T09:00', text))
  expect(opened).toMatchObject({ priority, topics, team: 'care' })
  const told = priority === 'normal' ? [] : [{ change: 'priority', from: 'normal', to: priority }]
  expect(await eventsOn('email:alice@example.com')).toMatchObject(told)
})

test('its clocks run by that priority from the start', async () => {
  const world = worldOfCare()
  const asked: string[] = []
  const { terms } = world.deps
  world.deps.terms = async of => {
    asked.push(of.priority)
    return terms(of)
  }
  const urgent = await world.receive(mailAt('first', '2T09:00', 'No internet at all'))
  expect(asked).toEqual(['urgent'])
  expect(urgent?.clocks?.stand.firstResponse?.dueAt).toBe('2026-03-02T10:00:00.000Z')
})
