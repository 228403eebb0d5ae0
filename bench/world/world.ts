import { openingTimes } from './calendar.ts'
import { Delivery } from './delivery.ts'
import type { WorldEvent } from './event.ts'
import { TimeHeap } from './heap.ts'
import { nextStep, type Step, timeOf } from './matters/journey.ts'
import { type Matter, meanLength, opener } from './matters/matter.ts'
import { type Around, play } from './matters/play.ts'
import { type Settings, settingsOf, type WorldOptions } from './options.ts'
import { around } from './people/around.ts'
import type { Block } from './people/block.ts'
import { census } from './people/people.ts'

type Turn = { at: number; matter: Matter; step: Step }

/** How many matters are open at a time at most: what a world of any size needs in memory. */
const openMatters = 10_000

/**
 * A company's customers and what they write, say and post, as the payloads that reach its doors, in order of arrival.
 * Same options, same bytes. Nothing is kept but the matters that are open, so a world of a million contacts streams in
 * flat memory. Throws a message that says what to change when the options make no world.
 */
export function world(options: WorldOptions): Generator<WorldEvent> {
  const settings = settingsOf(options)
  const personAt = census(settings)
  return eventsOf(settings, personAt, around(settings, personAt))
}

function* eventsOf(settings: Settings, personAt: Block, people: Around): Generator<WorldEvent> {
  const delivery = new Delivery(settings)
  const turns = new TimeHeap<Turn>()
  const openings = matters(settings, opener(settings, personAt))
  for (let opening = openings.next(); !opening.done || turns.size > 0; ) {
    const next = turns.peek()
    if (!opening.done && (next === undefined || opening.value.at <= next.at)) {
      turns.push(opening.value)
      opening = openings.next()
      continue
    }
    const turn = turns.pop()
    if (turn === undefined) continue
    yield* delivery.arrived(turn.at)
    for (const draft of play(turn.matter, turn.step, turn.at, people)) delivery.post(draft)
    goOn(turn, turns)
  }
  yield* delivery.arrived(Number.POSITIVE_INFINITY)
}

/** Plans what comes next in a matter that is not over. */
function goOn({ at, matter }: Turn, turns: TimeHeap<Turn>): void {
  if (matter.done >= matter.length) return
  const step = nextStep(matter)
  turns.push({ at: timeOf(step, matter, Math.max(at, Math.min(matter.last?.at ?? at, matter.deadline))), matter, step })
}

/** The first turns of all matters in order of time; together they come to exactly as many contacts as were asked for. */
function* matters(settings: Settings, open: ReturnType<typeof opener>): Generator<Turn> {
  const { contacts } = settings
  const times = openingTimes(settings)
  const opening = times.end - times.tail - Date.parse(settings.start)
  const life = Math.min(times.tail, (opening * openMatters * meanLength) / contacts)
  for (let index = 0, opened = 0; opened < contacts; index++) {
    const at = times.at(opened / contacts)
    const matter = open(index, at, at + life)
    matter.length = Math.min(matter.length, contacts - opened)
    opened += matter.length
    yield { at, matter, step: nextStep(matter) }
  }
}
