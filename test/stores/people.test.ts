import { expect, test } from 'vitest'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { always } from '../../core/hours/hours.ts'
import type { Agent } from '../../core/people/agent.ts'
import { describeOnEveryTable } from '../engines.ts'

const anna: Agent = {
  ...{ v: 1, id: 'anna', name: 'Anna', teams: ['service'], skills: [], languages: ['en'] },
  ...{ capacity: 5, availability: 'offline', active: true },
}

describeOnEveryTable('people store', makeTable => {
  test('an agent is there once they were made, and changed from what is there', async () => {
    const { agents } = peopleStore(await makeTable())
    expect(await agents.read('anna')).toBeUndefined()
    expect(await agents.change('anna', known => known ?? anna)).toEqual(anna)
    await agents.change('anna', known => ({ ...(known ?? anna), availability: 'online' }))
    expect(await agents.read('anna')).toEqual({ ...anna, availability: 'online' })
  })

  test('changes at the same time all count', async () => {
    const { agents } = peopleStore(await makeTable())
    const add = (skill: string) =>
      agents.change('anna', (known = anna) => ({ ...known, skills: [...known.skills, skill] }))
    await Promise.all(['billing', 'returns', 'repairs'].map(add))
    expect((await agents.read('anna'))?.skills.sort()).toEqual(['billing', 'repairs', 'returns'])
  })

  test('agents, teams and hours of one id are three things', async () => {
    const people = peopleStore(await makeTable())
    const team = { v: 1, id: 'anna', name: 'Annas', department: 'service', hours: 'anna' } as const
    await people.teams.write(team)
    await people.hours.write({ ...always, id: 'anna' })
    expect(await people.agents.read('anna')).toBeUndefined()
    expect(await people.teams.read('anna')).toEqual(team)
    expect(await people.hours.list(10)).toEqual([{ ...always, id: 'anna' }])
  })

  test('what is in a wrong form is not stored', async () => {
    const { hours, agents } = peopleStore(await makeTable())
    await expect(
      hours.write({ ...always, id: 'never', weekly: { ...always.weekly, monday: [['a', 'b']] } }),
    ).rejects.toThrow()
    await expect(agents.change('anna', () => ({ ...anna, capacity: 0 }))).rejects.toThrow()
    expect([await hours.list(10), await agents.list(10)]).toEqual([[], []])
  })
})
