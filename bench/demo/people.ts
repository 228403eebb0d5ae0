import type * as z from 'zod'
import { type agentInputSchema, shownAgentSchema } from '../../core/api/agent.ts'
import { type hoursInputSchema, shownHoursSchema } from '../../core/api/hours.ts'
import { shownTeamSchema, type teamInputSchema } from '../../core/api/team.ts'
import { agentIdOf } from '../../core/people/agent.ts'
import type { Stack } from '../../local/stack.ts'
import { type Api, apiOf } from './api.ts'

type Named<Schema extends z.ZodType> = z.input<Schema> & { id: string }

const hourMs = 3_600_000
const office: [string, string][] = [['09:00', '17:30']]
const weekdays = { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office }

const hours: Named<typeof hoursInputSchema>[] = [
  {
    id: 'london',
    name: 'London',
    timeZone: 'Europe/London',
    weekly: { ...weekdays, saturday: [['10:00', '14:00']] },
    holidays: [
      { date: '2026-04-03', name: 'Good Friday' },
      { date: '2026-04-06', name: 'Easter Monday' },
      { date: '2026-12-24', name: 'Christmas Eve', intervals: [['09:00', '13:00']] },
      { date: '2026-12-25', name: 'Christmas Day' },
    ],
  },
  {
    id: 'new-york',
    name: 'New York, with a late shift',
    timeZone: 'America/New_York',
    weekly: {
      ...weekdays,
      friday: [
        ['09:00', '17:30'],
        ['20:00', '02:00'],
      ],
    },
    holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }],
  },
]

const teams: Named<typeof teamInputSchema>[] = [
  { id: 'technical', name: 'Technical', department: 'it', hours: 'london' },
  {
    id: 'service',
    name: 'Customer service',
    department: 'service',
    hours: 'london',
    escalateTo: 'technical',
    topics: [{ topic: 'safety', priority: 'urgent' }],
  },
  {
    id: 'social',
    name: 'Social media',
    department: 'social',
    hours: 'new-york',
    escalateTo: 'service',
    policy: { firstResponse: hourMs, nextResponse: 2 * hourMs, resolution: 16 * hourMs },
  },
]

type Person = z.input<typeof agentInputSchema> & { role: 'agent' | 'social' }

/** Some bear the names that the generated answers are signed with. */
const staff: Person[] = [
  { name: 'Harriet Sloane', role: 'agent', teams: ['service'], skills: ['orders', 'returns'], languages: ['en'] },
  { name: 'Ben Ashby', role: 'agent', teams: ['service'], skills: ['billing'], languages: ['en'], capacity: 10 },
  { name: 'Petra Brandt', role: 'agent', teams: ['service'], skills: ['orders', 'repairs'], languages: ['de', 'en'] },
  { name: 'Claire Moreau', role: 'agent', teams: ['service'], skills: ['returns'], languages: ['fr', 'en'] },
  { name: 'Andrés Romero', role: 'agent', teams: ['service', 'social'], skills: ['billing'], languages: ['es', 'en'] },
  { name: 'Priya Nair', role: 'social', teams: ['social'], skills: ['reviews', 'campaigns'], languages: ['en'] },
  { name: 'Megan Whitlock', role: 'social', teams: ['social'], skills: ['reviews'], languages: ['en', 'es'] },
  {
    name: 'Callum Reid',
    role: 'agent',
    teams: ['technical'],
    skills: ['repairs', 'network'],
    languages: ['en'],
    capacity: 8,
  },
]

/** Hours, teams and the people in them, as an operator sets them up once; then each signs in and says that they are there. */
export async function configurePeople(stack: Stack, operator: Api): Promise<void> {
  for (const { id, ...body } of hours) await operator.write('PUT', `/v1/hours/${id}`, body, shownHoursSchema)
  for (const { id, ...body } of teams) await operator.write('PUT', `/v1/teams/${id}`, body, shownTeamSchema)
  for (const { role, ...body } of staff) {
    await operator.write('PUT', `/v1/agents/${agentIdOf(body.name)}`, body, shownAgentSchema)
    const person = await apiOf(stack, role, body.name)
    await person.write('PUT', '/v1/agents/me/availability', { availability: 'online' }, shownAgentSchema)
  }
}

/** How to sign in as some of them. */
export const signInLines = ({ dataDir }: Stack): string[] =>
  staff
    .filter(({ name }) => ['Harriet Sloane', 'Priya Nair', 'Callum Reid'].includes(name))
    .map(({ name, role, teams = [] }) => {
      const command = `THROUGHLINE_DATA=${dataDir} npm run --silent token -- ${role} --as ${agentIdOf(name)}`
      return `  ${command}   # ${name}, ${teams.join(' and ')}`
    })
