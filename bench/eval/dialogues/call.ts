import { doneWords, remedyTold } from './making/remedies.ts'
import type { Matter } from './matter.ts'
import { add, type Scene } from './scene.ts'
import { given, nextUntold, tellFact, tellProblem, tellRemedies } from './telling.ts'
import { joined, say, tell, type Voice } from './voice.ts'
import type { ToldKind } from './wording/book.ts'

/** A call about a matter: word for word, or as the agent noted it. */
export function openCall(scene: Scene, matter: Matter): void {
  const { random } = scene
  const kinds = nextUntold(scene, matter, random.between(1, 4))
  matter.entryIds.push(
    add(scene, 'call', 'inbound', entryId => {
      const voice = { entryId, casual: false, slips: 0 }
      return {
        text: random.chance(0.65) ? transcript(scene, matter, voice, kinds) : notes(scene, matter, voice, kinds),
      }
    }),
  )
}

/** Agent and customer in turns: questions are answered with a bare value or a sentence. */
function transcript(scene: Scene, matter: Matter, voice: Voice, kinds: readonly ToldKind[]): string {
  const { random, book, agent } = scene
  const problem = tellProblem(scene, voice, matter, kinds)
  const left = kinds.filter(kind => !problem.told.includes(kind))
  const remedies = random.chance(0.6) ? matter.remedies.splice(0) : []
  const turns: [agent: string, customer: string][] = [
    [say(scene, voice, book.callOpening, { agent }), joined([introduction(scene, voice), problem.text])],
    ...left.map((kind): [string, string] => question(scene, matter, voice, kind)),
  ]
  if (remedies.length > 0) turns.push([say(scene, voice, book.hold, {}), tellRemedies(scene, voice, remedies)])
  turns.push([say(scene, voice, book.hold, {}), say(scene, voice, book.callEnd, {})])
  const [agentLabel, customerLabel] = random.pick(book.labels)
  const gap = random.pick(['\n', '\n', '\n\n'])
  const mark = scene.country.language === 'fr' && random.chance(0.5) ? ' : ' : ': '
  return turns.map(([first, second]) => `${agentLabel}${mark}${first}${gap}${customerLabel}${mark}${second}`).join(gap)
}

/** The name that a caller gives, in about half of the calls. */
function introduction(scene: Scene, voice: Voice): string {
  const person = scene.told.find(fact => fact.kind === 'person' && fact.wanted)
  if (person === undefined || scene.random.chance(0.5)) return ''
  return say(scene, voice, scene.book.tell.person, { person })
}

function question(scene: Scene, matter: Matter, voice: Voice, kind: ToldKind): [string, string] {
  const { random, book } = scene
  const fact = given(matter, kind)
  const asked = say(scene, voice, book.ask, { noun: book.nouns[kind] })
  const answer = random.chance(0.6)
    ? say(scene, voice, book.answer, { x: fact })
    : tellFact(scene, voice, matter, kind, fact)
  const right = matter.facts.get(kind)
  if (!matter.mistaken.has(kind) || right === undefined || random.chance(0.5)) return [asked, answer]
  const correction = say(scene, voice, book.correctHere, { x: right, old: fact })
  matter.mistaken.delete(kind)
  return [asked, `${answer} ${correction}`]
}

/** What an agent writes down: short, about the customer, in the third person. */
function notes(scene: Scene, matter: Matter, voice: Voice, kinds: readonly ToldKind[]): string {
  const { random, book } = scene
  const problem = tellProblem(scene, voice, matter, kinds)
  const lines = [say(scene, voice, book.note.opening, { problem: problem.text })]
  for (const kind of kinds.filter(one => !problem.told.includes(one))) {
    lines.push(say(scene, voice, book.note.fact, { noun: asNoted(book.nouns[kind]), x: given(matter, kind) }))
  }
  for (const remedy of random.chance(0.6) ? matter.remedies.splice(0) : []) {
    tell(scene, remedyTold(remedy, 'customer'), voice.entryId)
    lines.push(say(scene, voice, book.note.tried, { done: doneWords(book, remedy, random) }))
  }
  lines.push(say(scene, voice, book.note.end, {}))
  return random.chance(0.5) ? joined(lines) : lines.filter(Boolean).join('\n')
}

/** An agent who notes something speaks to nobody. */
const asNoted = (noun: string): string =>
  noun
    .replace(/^your /, 'the ')
    .replace(/^votre (?=[aeiou])/, "l'")
    .replace(/^votre /, 'le ')
