import type { FactKind } from '../fact.ts'
import { isAlike, isNear, isPermuted, isSame, type Known } from '../memory.ts'
import {
  another,
  deniedBefore,
  deniedBehind,
  formerBefore,
  formerBehind,
  renewed,
  strongCorrection,
  weakCorrection,
} from '../words/corrections.ts'
import { hasWord } from '../words/pattern.ts'
import { spelled } from '../words/spelling.ts'
import type { Value } from './values.ts'
import { isSameSeries, isVersion } from './version.ts'

/** A value that stands; `replaces` is what the author takes back with it. */
export type Standing = Value & { replaces?: string }

/** What a sentence leaves open for the next: a value that was denied, a correction that was only announced. */
export type Carried = { denied?: Known | Value; announced?: boolean }

/** `taken` are the values of the sentence itself that it takes back. */
export type Corrected = { values: Standing[]; taken: Value[]; retracted: string[]; carried: Carried }

const personal: ReadonlySet<string> = new Set<FactKind>(['address', 'phone', 'email', 'person', 'device', 'account'])
const reach = 48

/**
 * Takes apart what a sentence states and what it takes back. `known` is what the author stated before, `named` what the
 * other side just named, which a "no, it is …" corrects.
 */
export function correct(
  text: string,
  values: readonly Value[],
  before: { known: readonly Known[]; named: readonly Known[] },
  carried: Carried,
): Corrected {
  const mine = values.filter(({ holder, kind }) => holder !== 'other' && kind !== 'tried')
  const said = mine.filter(value => isDenied(text, value, values))
  const denied = said.filter(value => isReference(value.kind) || mayBeCorrected(value, mine, said, before.known))
  const former = mine.filter(value => isFormer(text, value) && !denied.includes(value))
  const gone = [...denied, ...former]
  const left = mine.filter(value => !gone.includes(value))
  const pairs = pair(text, left, denied, former, before, carried)
  const replaced = pairs.flatMap(({ replaces }) => replaces ?? [])
  // Who names another version meant none of those that were named together.
  const series = before.known.filter(({ value }) => replaced.some(old => isSameSeries(old, value)))
  const retracted = [...gone, ...series].map(({ value }) => value).concat(replaced)
  const standing = values
    .filter(value => !gone.includes(value))
    .map((value): Standing => pairs.find(({ start }) => start === value.start) ?? value)
    .filter(one => !retracted.some(old => one.value === old || (one.replaces === undefined && isSame(one, old))))
  const taken = values.filter(one => one.holder !== 'other' && !standing.some(({ start }) => start === one.start))
  return { values: standing, taken, retracted, carried: carriedOn(text, left, denied, before, carried) }
}

/** "I paid $50, not $60" corrects; "but not $400 for three bags" does not. */
const mayBeCorrected = (
  value: Value,
  mine: readonly Value[],
  denied: readonly Value[],
  known: readonly Known[],
): boolean =>
  mine.some(other => !denied.includes(other) && mayReplace(other, value)) ||
  known.some(one => isSame(one, value.value) || isSame(value, one.value))

/** The new value for each that is taken back. */
function pair(
  text: string,
  left: readonly Value[],
  denied: readonly Value[],
  former: readonly Value[],
  before: { known: readonly Known[]; named: readonly Known[] },
  carried: Carried,
): Standing[] {
  const first = left[0]
  if (first === undefined) return []
  const old = [...denied, ...former].at(0)
  if (old !== undefined) {
    const match = closest(left, old)
    return match ? [renamed(match, kindOf(old, before.known), old.value)] : []
  }
  if (carried.denied !== undefined) {
    const match = left.find(value => mayReplace(value, carried.denied))
    if (match) return [renamed(match, kindOf(carried.denied, before.known), carried.denied.value)]
  }
  const right = spelled(text)
  const within = correctedWithin(text, left, before.known)
  if (within) return [within]
  const isLoud = hasWord(strongCorrection, right) || carried.announced === true || /^\s*\*/.test(text)
  if (isLoud && !hasWord(another, text)) return latest(left, before, () => true)
  if (hasWord(weakCorrection, text)) return latest(left, before, isNear)
  if (hasWord(renewed, text))
    return latest(
      left.filter(({ kind }) => personal.has(kind)),
      before,
      () => true,
    )
  // A reference of the same signs in another order is the same one, spelled right, whatever the words say.
  const references = left.filter(({ kind, value }) => isReference(kind) && kind !== 'code' && value.length >= 6)
  return latest(references, { known: before.known, named: [] }, isPermuted)
}

/** "4481, sorry, 4418": the words of a correction stand between two values of one make, or the first is a slip of before. */
function correctedWithin(text: string, left: readonly Value[], known: readonly Known[]): Standing | undefined {
  for (const [at, value] of left.entries()) {
    const old = left[at - 1]
    if (old === undefined || !mayReplace(value, old)) continue
    const between = text.slice(old.end, value.start)
    const isCue = hasWord(strongCorrection, between) || (hasWord(weakCorrection, between) && between.length < reach)
    const isBehind = hasWord(strongCorrection, text.slice(value.end, value.end + 20)) && between.length < 12
    const isStated = (one: Value): boolean => known.some(({ value: stated }) => stated === one.value)
    const isSlip = value.kind === 'code' && isStated(old) && !isStated(value) && isNear(value.value, old.value)
    const isTakenBack = statedBefore.test(spelled(text.slice(0, old.start))) && butThen.test(spelled(between))
    if ((isCue || isBehind || isSlip || isTakenBack) && !hasWord(another, between))
      return renamed(value, kindOf(old, known), old.value)
  }
  return undefined
}

/** "I wrote A, but it is B". */
const statedBefore =
  /(?<![\p{L}])(?:wrote|said|typed|put|told you|gave you|entered|hatte|habe|schrieb|avais|ai (?:écrit|dit|donné)|escribí|dije|puse|di)(?![\p{L}])[^.!?]{0,40}$/iu
const butThen =
  /(?<![\p{L}])(?:but|instead|it (?:should|is|was)|it['’]s|sh?ou?ld|sondern|aber|richtig|mais|c['’]est|pero|es|sino)(?![\p{L}])/iu

/** The earlier value that a new one may replace: the one it is a slip of, else what was named or stated last. */
function latest(
  left: readonly Value[],
  { known, named }: { known: readonly Known[]; named: readonly Known[] },
  isClose: (a: string, b: string) => boolean,
): Standing[] {
  for (const value of left) {
    const others = [...named, ...known].filter(
      one => one.value !== value.value && mayReplace(value, one) && isClose(value.value, one.value),
    )
    const slip = isWord(value.kind) ? others.findLast(one => isSlip(value, one)) : undefined
    const old = slip ?? others.at(-1)
    if (old) return [renamed(value, old.kind, old.value)]
  }
  return []
}

/** Phones of one place look alike: only the same digits in another order make one the slip of another. */
const isSlip = ({ kind, value }: Value, one: Known): boolean =>
  kind === 'phone' ? isPermuted(one.value, value) : isNear(one.value, value)

/** Days and sums that look alike are no slips of each other. */
const isWord = (kind: string): boolean => kind !== 'date' && kind !== 'amount'

const closest = (left: readonly Value[], old: Value): Value | undefined =>
  left
    .filter(value => mayReplace(value, old))
    .sort((a, b) => Math.abs(a.start - old.start) - Math.abs(b.start - old.start))[0]

/** Whether a value is of a sort with an earlier one, so that it can take its place. */
export function mayReplace(
  value: Pick<Value, 'kind' | 'value'>,
  old: Pick<Value, 'kind' | 'value'> | undefined,
): boolean {
  if (old === undefined) return false
  if (value.kind === 'device' && isVersion(value.value) !== isVersion(old.value)) return false
  if (value.kind === old.kind && value.kind !== 'code') return true
  const isCode = value.kind === 'code' || old.kind === 'code'
  return isCode && isReference(value.kind) && isReference(old.kind) && isAlike(value.value, old.value)
}

const isReference = (kind: string): boolean =>
  ['code', 'order', 'case', 'tracking', 'account', 'invoice'].includes(kind)

const renamed = (value: Value, kind: Value['kind'], replaces: string): Standing => ({
  ...value,
  kind: value.kind === 'code' ? kind : value.kind,
  replaces,
})

/** A denied number without its word is of the kind it was stated as. */
const kindOf = ({ kind, value }: Known | Value, known: readonly Known[]): Value['kind'] =>
  kind === 'code' ? (known.findLast(one => one.value === value)?.kind ?? 'code') : kind

function isDenied(text: string, value: Value, all: readonly Value[]): boolean {
  const from = Math.max(0, value.start - reach, ...all.filter(({ end }) => end <= value.start).map(({ end }) => end))
  const ahead = spelled(text.slice(from, value.start))
  if (deniedBefore.test(ahead) && !/(?:^|\s)(?:why|warum|pourquoi|por qué)\s/iu.test(ahead)) return true
  return deniedBehind.test(text.slice(value.end, value.end + 30))
}

function isFormer(text: string, { kind, start, end }: Value): boolean {
  if (!personal.has(kind) || kind === 'device') return false
  return (
    formerBefore.test(text.slice(Math.max(0, start - reach), start)) || formerBehind.test(text.slice(end, end + reach))
  )
}

function carriedOn(
  text: string,
  left: readonly Value[],
  denied: readonly Value[],
  { known }: { known: readonly Known[] },
  carried: Carried,
): Carried {
  const open = denied.at(-1)
  if (open !== undefined && !left.some(value => mayReplace(value, open)))
    return { denied: open.kind === 'code' ? (known.findLast(({ value }) => value === open.value) ?? open) : open }
  if (left.length > 0) return {}
  const isAnnounced =
    hasWord(strongCorrection, text) || /^\s*(?:oops|sorry|ups|oups|pardon|perdón)[\s,.!…]*$/iu.test(text)
  return {
    ...(carried.denied && { denied: carried.denied }),
    ...((isAnnounced || carried.announced) && { announced: true }),
  }
}
