import type { Country } from '../options.ts'
import type { Random } from '../random.ts'
import type { Habits, Opening, Person } from './person.ts'
import { writings } from './phone-writing.ts'

type Reach = Pick<Person, 'x' | 'facebook' | 'lines'> & { country: Country }

/** Which ways to the company somebody has, and how much they like each: one channel is preferred. */
function channelsOf({ x, facebook, lines }: Reach, random: Random): Habits['channels'] {
  const ways: (readonly [Opening, number])[] = [
    ['mail', 40],
    ['feed', 8],
    ...(lines.length > 0
      ? ([
          ['call', 26],
          ['pbx-call', 10],
        ] as const)
      : []),
    ...(x
      ? ([
          ['x-mention', 22],
          ['x-direct', 14],
        ] as const)
      : []),
    ...(facebook
      ? ([
          ['page-comment', 14],
          ['page-mention', 4],
          ['page-message', 14],
        ] as const)
      : []),
  ]
  const [preferred] = random.pick(ways)
  return ways.map(([way, weight]) => [way, way === preferred ? weight * 2 : weight] as const)
}

export function habitsOf(reach: Reach, random: Random): Habits {
  return {
    writing: random.pick(writings),
    signature: random.weighted([
      ['none', 25],
      ['name', 30],
      ['full', 45],
    ]),
    client: random.weighted([
      ['web', 35],
      ['phone', 25],
      ['desktop', 15],
      ['office', 15],
      ['html', 10],
    ]),
    withholds: random.chance(0.05),
    slips: random.chance(0.08),
    wordy: random.next(),
    channels: channelsOf(reach, random),
  }
}
