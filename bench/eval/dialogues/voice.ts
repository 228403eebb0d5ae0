import type { Random } from '../../world/random.ts'
import { expand, fill, slotsOf } from './expand.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'

/** What a template may name: a fact, which is thereby told, or plain words. */
export type Slots = Readonly<Record<string, Told | string | undefined>>

/** Who speaks, where: the contact that tells what is said, and how carefully it is written. */
export type Voice = { entryId: string; casual: boolean; slips: number }

/** One of the phrases all of whose slots are known, written out; nothing when there is none. */
export function say(scene: Scene, voice: Voice, templates: readonly string[], slots: Slots): string {
  const able = templates.filter(template => slotsOf(template).every(slot => slots[slot] !== undefined))
  if (able.length === 0) return ''
  const phrase = worded(expand(scene.random.pick(able), scene.random), voice, scene.random)
  const text = fill(phrase, slot => {
    const value = slots[slot]
    if (value === undefined || typeof value === 'string') return value ?? ''
    tell(scene, value, voice.entryId)
    return value.write(scene.random, scene.at)
  })
  return /^[a-zäöüéà]/.test(text) && !voice.casual ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** Sentences one after another: one that ends like a label gets its full stop. */
export const joined = (sentences: readonly string[]): string =>
  sentences
    .filter(Boolean)
    .map((sentence, at) => (at < sentences.length - 1 && !/[.!?…]$/.test(sentence) ? `${sentence}.` : sentence))
    .join(' ')

/** Notes that a contact tells a fact. */
export function tell(scene: Scene, fact: Told, entryId: string): void {
  if (!scene.told.includes(fact)) scene.told.push(fact)
  fact.entryIds.push(entryId)
}

/** The phrase as this voice writes it; slots stay as they are. */
function worded(phrase: string, { casual, slips }: Voice, random: Random): string {
  const cased = casual
    ? phrase
        .split(/(\{\w+\})/)
        .map(part => (part.startsWith('{') ? part : part.toLowerCase()))
        .join('')
    : phrase
  return cased
    .split(' ')
    .map(word => (/^\p{L}{5,}$/u.test(word) && random.chance(slips) ? slip(word, random) : word))
    .join(' ')
}

/** A word with a slip of the finger: two letters swapped, one lost or one twice. */
function slip(word: string, random: Random): string {
  const at = random.between(1, word.length - 3)
  const [before, first, second, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  return before + random.pick([second + first, second, first + first + second]) + after
}
