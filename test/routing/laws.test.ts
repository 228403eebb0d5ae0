import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideRoute, type RouteInput } from '../../core/routing/decide.ts'
import type { Seat } from '../../core/routing/seat.ts'
import { conversationOf, inputOf, ruleNamed, seatOf } from './company.ts'

const skills = ['social', 'billing', 'login'] as const
const languages = ['en', 'de', 'pt-BR', 'pt'] as const
const teams = ['service', 'social', 'billing'] as const
const instant = fc.integer({ min: 0, max: 59 }).map(n => `2026-03-02T11:${String(n).padStart(2, '0')}:00.000Z`)

const seat: fc.Arbitrary<Omit<Seat, 'agent'> & { agent: Partial<Seat['agent']> }> = fc.record(
  {
    load: fc.nat(6),
    lastAssignedAt: instant,
    agent: fc.record({
      capacity: fc.integer({ min: 1, max: 6 }),
      active: fc.boolean(),
      availability: fc.constantFrom('online', 'online', 'away', 'offline'),
      skills: fc.subarray([...skills]),
      languages: fc.subarray([...languages]),
      teams: fc.subarray([...teams], { minLength: 1 }),
    }),
  },
  { requiredKeys: ['load', 'agent'] },
)
const seats = fc
  .array(seat, { minLength: 2, maxLength: 8 })
  .map(made => made.map(({ agent, ...rest }, n) => seatOf(`agent-${n}`, { ...agent, ...rest })))

const rule = fc.record(
  {
    order: fc.nat(3),
    active: fc.boolean(),
    when: fc.record(
      { topic: fc.subarray(['billing', 'login'], { minLength: 1 }), firstTime: fc.boolean() },
      { requiredKeys: [] },
    ),
    to: fc.record(
      {
        team: fc.constantFrom(...teams, 'unknown'),
        skills: fc.subarray([...skills], { maxLength: 2 }),
        agent: fc.nat(7).map(n => `agent-${n}`),
        specialist: fc.constantFrom(...skills),
        priority: fc.constantFrom('low', 'high'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['order', 'active'] },
)
const rules = fc
  .array(rule, { minLength: 1, maxLength: 5 })
  .map(made => made.map((one, n) => ruleNamed(`rule-${n}`, one)))

const input: fc.Arbitrary<RouteInput> = fc
  .record({
    seats,
    rules,
    firstTime: fc.boolean(),
    language: fc.constantFrom(undefined, ...languages, 'pl'),
    topics: fc.subarray(['billing', 'login', 'delivery']),
    team: fc.constantFrom(undefined, ...teams),
    last: fc.option(fc.nat(7), { nil: undefined }),
  })
  .map(({ language, topics, team, last, ...rest }) => {
    const { team: _team, ...bare } = conversationOf({ topics })
    const conversation = { ...bare, ...(language !== undefined && { language }), ...(team !== undefined && { team }) }
    const lastAnsweredBy = last === undefined ? undefined : { agent: `agent-${last}`, at: '2026-03-01T12:00:00.000Z' }
    return inputOf({ ...rest, conversation, lastAnsweredBy })
  })

const seatIn = ({ seats: all }: RouteInput, id: string | undefined) => all.find(({ agent }) => agent.id === id)
const runs = { numRuns: 2000 }

describe('whatever is asked', () => {
  test('nobody gets it who is not online, has left, is full, lacks a skill, or is not of the team unless named', () => {
    let given = 0
    fc.assert(
      fc.property(input, asked => {
        const route = decideRoute(asked)
        if (route?.assignee === undefined) return
        given++
        const chosen = seatIn(asked, route.assignee)
        expect(chosen).toMatchObject({ agent: { active: true, availability: 'online' } })
        expect(chosen?.load).toBeLessThan(chosen?.agent.capacity ?? 0)
        expect(chosen?.agent.skills).toEqual(expect.arrayContaining(route.rule.to.skills))
        if (route.rule.to.agent !== route.assignee && route.team !== undefined)
          expect(chosen?.agent.teams).toContain(route.team)
      }),
      runs,
    )
    expect(given).toBeGreaterThan(100)
  })

  test('a specialist has the skill, helps somebody who has it not, and is online if anybody with it is', () => {
    fc.assert(
      fc.property(input, asked => {
        const route = decideRoute(asked)
        const skill = route?.rule.to.specialist
        if (route?.specialist === undefined || skill === undefined) return
        const specialist = seatIn(asked, route.specialist)?.agent
        expect(specialist?.active).toBe(true)
        expect(specialist?.skills).toContain(skill)
        expect(seatIn(asked, route.assignee)?.agent.skills).not.toContain(skill)
        const isThere = ({ agent }: Seat) => agent.active && agent.availability === 'online'
        const anybody = asked.seats.some(seat => isThere(seat) && seat.agent.skills.includes(skill))
        expect(specialist?.availability === 'online').toBe(anybody)
      }),
      runs,
    )
  })

  test('the order in which agents and rules are listed changes nothing', () => {
    const shuffled = input.chain(asked =>
      fc.record({
        asked: fc.constant(asked),
        seats: fc.shuffledSubarray(asked.seats, { minLength: asked.seats.length }),
        rules: fc.shuffledSubarray(asked.rules, { minLength: asked.rules.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ asked, ...order }) => {
        expect(decideRoute({ ...asked, ...order })).toEqual(decideRoute(asked))
      }),
      runs,
    )
  })

  test('it waits only where nobody who has what it needs is free, and always says why', () => {
    fc.assert(
      fc.property(input, asked => {
        const route = decideRoute(asked)
        if (route === undefined) return
        expect(route.reason).toMatch(/^rule «rule-\d+»: ./)
        if (route.needs === undefined) return
        const { needs, team } = route
        const could = asked.seats.filter(
          ({ agent, load }) =>
            agent.active &&
            agent.availability === 'online' &&
            load < agent.capacity &&
            (team === undefined || agent.teams.includes(team)) &&
            needs.skills.every(skill => agent.skills.includes(skill)) &&
            (needs.language === undefined || agent.languages.includes(needs.language)),
        )
        expect(could).toEqual([])
      }),
      runs,
    )
  })
})

describe('fairness', () => {
  const many = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 8 })

  test('of a run of conversations nobody has a share more than one conversation above anybody else', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 60 }), (capacities, arriving) => {
        const all = capacities.map((capacity, n) => seatOf(`agent-${n}`, { capacity }))
        const room = capacities.reduce((sum, capacity) => sum + capacity, 0)
        for (let n = 0; n < arriving; n++) {
          const route = decideRoute(inputOf({ seats: all }))
          const chosen = all.find(({ agent }) => agent.id === route?.assignee)
          expect(chosen === undefined).toBe(n >= room)
          if (chosen === undefined) continue
          chosen.load++
          chosen.lastAssignedAt = new Date(Date.UTC(2026, 2, 2) + n).toISOString()
        }
        for (const a of all) {
          for (const b of all) {
            const ahead = (a.load - 1) / a.agent.capacity
            expect(ahead).toBeLessThanOrEqual(b.load / b.agent.capacity)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('those who can take the same are given turn by turn', () => {
    const all = ['ada', 'bob', 'carol'].map(id => seatOf(id))
    const given: string[] = []
    for (let n = 0; n < 9; n++) {
      const chosen = all.find(({ agent }) => agent.id === decideRoute(inputOf({ seats: all }))?.assignee)
      if (chosen === undefined) throw new Error('nobody is free')
      chosen.lastAssignedAt = new Date(Date.UTC(2026, 2, 2) + n).toISOString()
      given.push(chosen.agent.id)
    }
    expect(given).toEqual(['ada', 'bob', 'carol', 'ada', 'bob', 'carol', 'ada', 'bob', 'carol'])
  })
})
