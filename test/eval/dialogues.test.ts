import { describe, expect, test } from 'vitest'
import { dialogue, dialogues } from '../../bench/eval/dialogues/dialogue.ts'
import { showsMark } from '../../bench/eval/scoring/case.ts'
import { contactSchema } from '../../core/contact/contact.ts'

const cases = dialogues(2, 240)
const contactsOf = (example: (typeof cases)[number]) => example.input.contacts.map(({ contact }) => contact)
const all = cases.flatMap(contactsOf)

describe('generated dialogues', () => {
  test('the same seed gives the same ones, another seed others', () => {
    expect(dialogue(2, 17)).toEqual(cases[17])
    expect(dialogue(3, 17).input.contacts).not.toEqual(cases[17]?.input.contacts)
  })

  test('are of 3 to 40 contacts in the normal form, newest first, all ids different', () => {
    for (const example of cases) {
      const contacts = contactsOf(example)
      expect(contacts.length).toBeGreaterThanOrEqual(3)
      expect(contacts.length).toBeLessThanOrEqual(40)
      for (const contact of contacts) contactSchema.parse(contact)
      const times = contacts.map(({ occurredAt }) => occurredAt)
      expect(times).toEqual(times.toSorted().toReversed())
      expect(example.input.now > (times[0] ?? '')).toBe(true)
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test('use every channel, both directions, four languages and many countries', () => {
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['mail', 'call', 'mention', 'direct']))
    expect(new Set(all.map(({ direction }) => direction)).size).toBe(2)
    const languages = all.flatMap(({ language }) => language ?? [])
    expect(new Set(languages).size).toBeGreaterThanOrEqual(10)
  })

  test('hold what makes a brief hard', () => {
    const marks = cases.flatMap(example => example.marks)
    const count = (holds: (mark: (typeof marks)[number]) => boolean): number => marks.filter(holds).length
    expect(count(({ stale }) => stale)).toBeGreaterThan(20)
    expect(count(({ holder }) => holder === 'other')).toBeGreaterThan(50)
    expect(count(({ holder }) => holder === 'company')).toBeGreaterThan(100)
    expect(count(({ wanted, stale }) => wanted && !stale)).toBeGreaterThan(600)
    expect(new Set(marks.flatMap(({ kinds }) => kinds)).size).toBe(13)
  })

  test('every fact is stated where its mark says', () => {
    const textOf = new Map(all.map(({ id, text }) => [id, text]))
    const unstated = cases.flatMap(({ marks }) =>
      marks
        .filter(({ kinds, holder }) => kinds[0] !== 'tried' && kinds[0] !== 'address' && holder !== 'company')
        .flatMap(mark =>
          mark.entryIds
            .filter(id => !showsMark(textOf.get(id) ?? '', mark) && !yesterday(mark, textOf.get(id)))
            .map(id => [id, mark.values[0]]),
        ),
    )
    expect(unstated).toEqual([])
  })

  test('what was corrected is never wanted without its correction', () => {
    for (const { marks } of cases) {
      for (const old of marks.filter(({ stale, wanted }) => stale && wanted)) {
        expect(marks.some(({ kinds, stale }) => !stale && kinds[0] === old.kinds[0])).toBe(true)
      }
    }
  })

  test('no two contacts of a seed are much alike: a phrase is seldom said twice', () => {
    const sentences = all.filter(({ text }) => text.length > 60).map(({ text }) => text)
    expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.97)
  })
})

/** A day may be told as yesterday. */
const yesterday = ({ kinds }: { kinds: readonly string[] }, text = ''): boolean =>
  kinds[0] === 'date' && /yesterday|gestern|hier|ayer/i.test(text)
