import type { Fact, Shown } from '../event.ts'
import type { Matter } from '../matters/matter.ts'
import { type Line, linesAt } from '../people/person.ts'
import type { Random } from '../random.ts'
import { spokenFacts } from '../texts/customer.ts'

/** What becomes of a call, whoever carries it. Times are in seconds from its start. */
export type Call = {
  line?: Line
  withheld: boolean
  outcome: 'answered' | 'no-answer' | 'busy'
  ringing: number
  talking: number
  spoken: Fact[]
}

const outcomes = [
  ['answered', 78],
  ['no-answer', 15],
  ['busy', 7],
] as const

function lineFor({ person, random, line }: Matter, at: number): Line | undefined {
  const lines = linesAt(person, at)
  if (line && lines.includes(line) && random.chance(0.8)) return line
  return lines.length === 0
    ? undefined
    : random.weighted(lines.map(one => [one, one.use === 'mobile' ? 6 : 2] as const))
}

/** Who calls: a stranger is one who shows the customer's number and is somebody else. */
export type Caller = 'customer' | 'company' | 'stranger'

/** A call between the company and somebody; what the customer says on it is only in the truth. */
export function placeCall(matter: Matter, at: number, by: Caller): Call {
  const { random, person } = matter
  const line = lineFor(matter, at)
  const outcome = random.weighted(outcomes)
  const hides = by === 'customer' && (person.habits.withholds || random.chance(0.02))
  if (line) matter.line = line
  return {
    ...(line && { line }),
    withheld: hides || (by !== 'company' && line === undefined),
    outcome,
    ringing: random.between(3, 28),
    talking: outcome === 'answered' ? Math.round(random.spread(25, 1500)) : 0,
    spoken: outcome === 'answered' && by === 'customer' ? spokenFacts(matter, 'call') : [],
  }
}

/** The number a call shows: nothing when it is withheld. */
export const callShown = ({ line, withheld }: Call, matter: Matter, by: 'customer' | 'company'): Shown[] =>
  line && !withheld
    ? [
        {
          type: 'phone',
          value: line.phone.e164,
          where: by === 'customer' ? 'sender' : 'recipient',
          owner: matter.person.id,
        },
      ]
    : []

/** One call in some hundred is a stranger with the customer's number as caller id. */
export const isSpoofed = (random: Random): boolean => random.chance(0.006)
