import { hour } from '../calendar.ts'
import type { Opening, Person } from '../people/person.ts'
import type { Random } from '../random.ts'
import type { Matter } from './matter.ts'

/** Who does what next, and how long after what came before. */
export type Step = { by: 'customer' | 'company'; via: Opening; delay: number }

const isCall = (via: Opening): boolean => via === 'call' || via === 'pbx-call'
const isPost = (via: Opening): boolean => via === 'x-mention' || via === 'page-comment' || via === 'page-mention'

/** The way somebody opens a matter: praise is said in public, everything else where they like to be. */
function firstWay({ topic, person, random }: Matter): Opening {
  const ways = person.habits.channels
  if (topic !== 'praise') return random.weighted(ways)
  return random.weighted(ways.map(([way, weight]) => [way, isCall(way) ? 0 : isPost(way) ? weight * 3 : weight]))
}

/** How the company answers: where it was asked, but a call by a call back or a mail. */
function answerWay(via: Opening, person: Person, random: Random): Opening | undefined {
  if (via === 'feed') return 'mail'
  if (via === 'page-mention') return undefined
  if (!isCall(via)) return via
  return random.weighted<Opening | undefined>([
    ['call', person.habits.withholds ? 0 : 35],
    ['mail', 40],
    [undefined, 25],
  ])
}

/** How the customer comes back: mostly the same way; a public post is followed by a message, as the company asks. */
function nextWay(via: Opening, { person, random }: Matter): Opening {
  if (via === 'x-mention' && random.chance(0.6)) return 'x-direct'
  if ((via === 'page-comment' || via === 'page-mention') && random.chance(0.5)) return 'page-message'
  if (random.chance(0.33)) return random.weighted(person.habits.channels)
  return via === 'feed' ? 'mail' : reachable(via, person) ? via : random.weighted(person.habits.channels)
}

const reachable = (via: Opening, person: Person): boolean => person.habits.channels.some(([way]) => way === via)

function answerOf(matter: Matter, random: Random): Step | undefined {
  const { last } = matter
  if (last?.by !== 'customer' || !random.chance(last.connected && isCall(last.via) ? 0.35 : 0.75)) return undefined
  const via = answerWay(last.via, matter.person, random)
  return via && { by: 'company', via, delay: isPost(last.via) ? random.spread(0.1, 6) : random.spread(0.3, 22) }
}

/** The next contact of a matter: what was said last decides who is to speak. */
export function nextStep(matter: Matter): Step {
  const { last, random } = matter
  if (last === undefined) return { by: 'customer', via: firstWay(matter), delay: 0 }
  const answer = answerOf(matter, random)
  if (answer) return answer
  const missed = isCall(last.via) && !last.connected
  const via = missed && random.chance(0.6) ? last.via : nextWay(last.via, matter)
  return {
    by: 'customer',
    via: reachable(via, matter.person) ? via : 'mail',
    delay: missed ? random.spread(0.05, 5) : random.spread(1, 60),
  }
}

/** When the step happens: after its delay, but well before the matter's time is up. */
export const timeOf = (step: Step, matter: Matter, now: number): number => {
  const left = matter.length - matter.done
  return Math.floor(now + Math.min(step.delay * hour, ((matter.deadline - now) / (left + 1)) * 0.98))
}
