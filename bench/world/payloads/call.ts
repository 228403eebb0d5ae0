import type { Fact, Shown } from '../event.ts'
import type { Matter } from '../matters/matter.ts'
import { type Line, linesAt, type Stranger } from '../people/person.ts'
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

/** A call between the customer and the company; what the customer says on it is only in the truth. */
export function placeCall(matter: Matter, at: number, by: 'customer' | 'company'): Call {
  const { random, person } = matter
  const line = lineFor(matter, at)
  const outcome = random.weighted(outcomes)
  const via = 'call'
  if (line) matter.line = line
  return {
    ...(line && { line }),
    withheld: by === 'customer' && (line === undefined || person.habits.withholds || random.chance(0.02)),
    outcome,
    ringing: random.between(3, 28),
    talking: outcome === 'answered' ? Math.round(random.spread(25, 1500)) : 0,
    spoken: outcome === 'answered' && by === 'customer' ? spokenFacts(matter, via) : [],
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
export const spoofedBy = (stranger: Stranger, random: Random): Stranger | undefined =>
  random.chance(0.006) ? stranger : undefined
