import { dayMs, isoDay } from './making/dates.ts'
import { doneWords, remedyTold } from './making/remedies.ts'
import type { Matter } from './matter.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'
import { type Slots, say, tell, type Voice } from './voice.ts'
import type { Remedy, ToldKind } from './wording/book.ts'

/** The value that is given the first time: the mistaken one, where there is one. */
export const given = ({ facts, mistaken }: Matter, kind: ToldKind): Told | undefined =>
  mistaken.get(kind) ?? facts.get(kind)

/** The next facts of a matter that nobody has told yet, at most `count`. */
export function nextUntold(scene: Scene, matter: Matter, count: number): ToldKind[] {
  const taken = scene.random.some(matter.untold, count)
  matter.untold = matter.untold.filter(kind => !taken.includes(kind))
  return taken
}

/** A sentence that tells one fact. */
export function tellFact(scene: Scene, voice: Voice, matter: Matter, kind: ToldKind, fact: Told | undefined): string {
  const { book, random } = scene
  if (fact !== undefined && isYesterday(scene, fact) && random.chance(0.7)) {
    tell(scene, fact, voice.entryId)
    return say(scene, { ...voice, slips: 0 }, book.yesterday, {})
  }
  const templates = kind === 'date' || kind === 'amount' ? book.topics[matter.topic][kind] : book.tell[kind]
  return say(scene, voice, templates, { [kind]: fact })
}

const isYesterday = ({ at }: Scene, { kind, values }: Told): boolean =>
  kind === 'date' && values[0] === isoDay(at - dayMs)

/** What is wrong, in the customer's words. It may name a fact by the way: `told` says which. */
export function tellProblem(
  scene: Scene,
  voice: Voice,
  matter: Matter,
  kinds: readonly ToldKind[],
): { text: string; told: ToldKind[] } {
  const slots: Slots = Object.fromEntries(kinds.map(kind => [kind, given(matter, kind)]))
  const text = say(scene, voice, scene.book.topics[matter.topic].problem, slots)
  return { text, told: kinds.filter(kind => given(matter, kind)?.entryIds.includes(voice.entryId)) }
}

/** One or two remedies that did not help. */
export function tellRemedies(scene: Scene, voice: Voice, remedies: readonly Remedy[]): string {
  const [first, second] = remedies
  if (first === undefined) return ''
  for (const remedy of remedies) tell(scene, remedyTold(remedy, 'customer'), voice.entryId)
  const { book, random } = scene
  const done = doneWords(book, first, random)
  if (second === undefined) return say(scene, voice, book.tried, { done })
  return say(scene, voice, book.triedTwo, { done, done2: doneWords(book, second, random) })
}
