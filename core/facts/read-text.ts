import { nameByQuestion, wordsInAnswer } from './answers.ts'
import type { Fact, FactContext, FactKind } from './fact.ts'
import { isSame, type Known, type Memory } from './memory.ts'
import { numbersOfCallers } from './read/callers.ts'
import { type Carried, correct, type Standing } from './read/correct.ts'
import { type Foreign, foreignWords } from './read/foreign-words.ts'
import { type Label, labelsIn } from './read/labels.ts'
import { signedName } from './read/person.ts'
import { valuesIn } from './read/values.ts'
import { recognise } from './recognise.ts'
import { type Sentence, sentencesOf } from './sentence.ts'
import { hint, hintsIn } from './words/hints.ts'
import { meantByAnswer, triedByAnswer } from './yes.ts'

/** What a text states, and the values that its author takes back, their own of before or the other side's; `taken` are those
 * that it states and takes back itself; `carried` is what its end leaves open. */
export type Reading = { facts: Fact[]; taken: Fact[]; retracted: string[]; carried: Carried }

/** No text states more than that; lists of orders and logs would. */
const mostFacts = 200

/** Reads a text with what was said before it in mind. Linear in the length of the text. */
export function readText(text: string, context: FactContext, memory: Memory): Reading {
  const foreign = [...foreignWords(text), ...numbersOfCallers(text)]
  const state: State = { found: [], taken: [], retracted: [], asked: [...memory.asked], carried: memory.carried ?? {} }
  const meant = meantByAnswer(text, memory)
  state.found.push(...meant)
  state.retracted.push(...meant.flatMap(({ replaces }) => replaces ?? []))
  for (const sentence of sentencesOf(text)) {
    if (state.found.length >= mostFacts) break
    readSentence(sentence, context, memory, foreign, state)
  }
  const signed = state.found.some(({ kind }) => kind === 'person') ? undefined : signedName(text)
  if (signed) state.found.push({ ...signed, holder: 'author' })
  if (!state.found.some(({ kind }) => kind === 'tried')) state.found.push(...triedByAnswer(text, memory))
  const standing = state.found.filter(
    one => one.replaces !== undefined || !state.retracted.some(old => isSame(one, old)),
  )
  const taken = [...state.taken, ...state.found.filter(one => !standing.includes(one))]
  return {
    facts: onceEach(standing.flatMap(asFact)),
    taken: taken.flatMap(asTaken),
    retracted: state.retracted,
    carried: state.carried,
  }
}

type State = {
  found: Standing[]
  taken: Standing[]
  retracted: string[]
  asked: FactKind[]
  opened?: Label | undefined
  carried: Carried
}

function readSentence(
  sentence: Sentence,
  context: FactContext,
  memory: Memory,
  foreign: readonly Foreign[],
  state: State,
): void {
  const hints = hintsIn(sentence.text)
  const read = valuesIn(sentence.text, context, hints, state.opened).map(value =>
    isForeign(value, sentence, foreign) ? { ...value, holder: 'other' as const } : value,
  )
  if (read.length === 0 && state.asked.length === 0 && (hints & hint.correction) === 0) {
    state.opened = openedBy(sentence.text, read)
    return
  }
  const known = [...memory.known, ...state.found.flatMap(asKnown)]
  const recognised = recognise(sentence.text, read, known)
  const corrected = correct(sentence.text, recognised, { known, named: memory.named }, state.carried)
  const answered = nameByQuestion(corrected.values, state.asked, sentence.text, context, known)
  const words =
    state.asked.length === 0 || isForeign({ start: 0, end: 1 }, sentence, foreign)
      ? []
      : wordsInAnswer(sentence, answered.values, state.asked)
  const found = [
    ...answered.values.filter(
      value => !words.some(word => value.start < word.end && word.start < value.end && value.kind === 'code'),
    ),
    ...words,
  ]
  state.found.push(
    ...found.map(value => ({ ...value, start: value.start + sentence.start, end: value.end + sentence.start })),
  )
  state.retracted.push(...corrected.retracted)
  state.taken.push(
    ...corrected.taken.map(value => ({
      ...value,
      start: value.start + sentence.start,
      end: value.end + sentence.start,
    })),
  )
  state.asked = answered.asked.filter(kind => !words.some(word => word.kind === kind))
  state.carried = corrected.carried
  state.opened = openedBy(sentence.text, found)
}

/** "My order number? 4471-882": a label at the end of a sentence without a value. */
function openedBy(text: string, found: readonly Standing[]): Label | undefined {
  if (!/[?:]\s*$/u.test(text) || found.some(({ kind }) => kind !== 'person')) return undefined
  const tail = text.replace(/[\s?:.!]+$/u, '')
  const labels = labelsIn(tail)
  const last = labels.at(-1)
  if (last === undefined || last.end !== tail.length) return undefined
  if (last.kind !== 'neutral') return { ...last, start: -1, end: -1 }
  const named = labels.at(-2)
  return named && named.kind !== 'neutral' ? { ...named, start: -1, end: -1 } : undefined
}

const isForeign = (
  { start, end }: { start: number; end: number },
  sentence: Sentence,
  foreign: readonly Foreign[],
): boolean => foreign.some(place => place.start < sentence.start + end && sentence.start + start < place.end)

const asKnown = ({ kind, value, holder }: Standing): Known[] =>
  kind === 'code' || holder === 'other' ? [] : [{ kind, value }]

function asFact({ kind, value, start, end, holder, replaces }: Standing): Fact[] {
  return kind === 'code' ? [] : [{ kind, value, start, end, holder, ...(replaces !== undefined && { replaces }) }]
}

/** What is taken back has no need of a name. */
const asTaken = (value: Standing): Fact[] => asFact({ ...value, kind: value.kind === 'code' ? 'order' : value.kind })

/** Who states the same twice in a text states it once. */
function onceEach(facts: readonly Fact[]): Fact[] {
  const byName = new Map<string, Fact>()
  for (const fact of [...facts].sort((a, b) => a.start - b.start)) {
    const name = `${fact.kind} ${fact.holder} ${fact.value}`
    const earlier = byName.get(name)
    if (earlier === undefined) byName.set(name, fact)
    else if (fact.replaces !== undefined) byName.set(name, { ...earlier, replaces: fact.replaces })
  }
  return [...byName.values()]
}
