import { expect, test } from 'vitest'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { defaultPolicy } from '../../core/clock/policy.ts'
import { always } from '../../core/hours/hours.ts'
import { agentIdOf } from '../../core/people/agent.ts'
import { cachedPeople, readTerms } from '../../core/people/read-terms.ts'

const london = { ...always, id: 'london', timeZone: 'Europe/London' }

async function makePeople() {
  const people = peopleStore(memoryTable())
  const clock = { now: 0 }
  await people.hours.write(london)
  await people.teams.write({ v: 1, id: 'plain', name: 'Plain', department: 'service', hours: 'london' })
  await people.teams.write({
    v: 1,
    id: 'own',
    name: 'Own',
    department: 'it',
    hours: 'always',
    policy: { firstResponse: 60_000 },
  })
  return { people, clock, reads: cachedPeople(people, () => clock.now) }
}

test('the clocks of a team run by its hours and its policy', async () => {
  const { reads } = await makePeople()
  expect(await readTerms(reads, 'plain', 'high')).toEqual({ hours: london, policy: defaultPolicy, priority: 'high' })
  expect(await readTerms(reads, 'own', 'low')).toEqual({
    ...{ hours: always, policy: { firstResponse: 60_000 }, priority: 'low' },
  })
})

test.each([undefined, 'nobody'])('of team %s, around the clock by the default policy', async team => {
  const { reads } = await makePeople()
  expect(await readTerms(reads, team, 'normal')).toEqual({ hours: always, policy: defaultPolicy, priority: 'normal' })
})

test('what was read is kept for half a minute', async () => {
  const { people, clock, reads } = await makePeople()
  const before = await readTerms(reads, 'plain', 'normal')
  await people.hours.write({ ...london, name: 'Changed' })
  clock.now = 29_999
  expect(await readTerms(reads, 'plain', 'normal')).toEqual(before)
  clock.now = 30_000
  expect((await readTerms(reads, 'plain', 'normal')).hours.name).toBe('Changed')
})

test.each([
  ['anna', 'anna'],
  ['a--1-', 'a--1-'],
  ['Anna Müller', 'anna-muller'],
  ["  Seán O'Neill ", 'sean-o-neill'],
  ['李雷', ''],
  [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
])('the id of %j is %j', (name, id) => {
  expect(agentIdOf(name)).toBe(id)
})
