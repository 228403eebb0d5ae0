import type { Shown } from '../event.ts'
import { type Line, linesAt, type Person, type Stranger } from '../people/person.ts'
import { mistype, writePhone } from '../people/phone-writing.ts'
import type { Random } from '../random.ts'
import type { Reach } from '../texts/customer.ts'

/** A phone of the person's as they write it at `at`; a few slip on the keys now and then. */
export function phoneShown(
  person: Person,
  at: number,
  where: Shown['where'],
  random: Random,
): { shown: Shown; written: string; line: Line } | undefined {
  const lines = linesAt(person, at)
  if (lines.length === 0) return undefined
  const line = random.pick(lines)
  const slipped = random.chance(person.habits.slips ? 0.3 : 0.02)
  const phone = slipped ? mistype(line.phone, random) : line.phone
  const shown: Shown = {
    type: 'phone',
    value: phone.e164,
    where,
    ...(slipped ? { mistypedFrom: line.phone.e164 } : { owner: person.id }),
  }
  return { shown, written: writePhone(phone, person.habits.writing), line }
}

const phoneReach = (person: Person, at: number, random: Random): Reach[] => {
  const phone = phoneShown(person, at, 'text', random)
  return phone ? [{ phrase: 'phone', shown: phone.shown, written: phone.written }] : []
}

const emailReach = (person: Person, address: string): Reach => ({
  phrase: 'email',
  written: address,
  shown: { type: 'email', value: address.toLowerCase(), where: 'text', owner: person.id },
})

/** A card of a courier, word for word, with the number of somebody who has nothing to do with the customer. */
const courierReach = (stranger: Stranger): Reach => ({
  phrase: 'courier',
  written: writePhone(stranger.phone, 'national'),
  shown: { type: 'phone', value: stranger.phone.e164, where: 'quoted', owner: stranger.id },
})

/** What a letter tells of its writer besides the signature. */
export function letterReaches(
  person: Person,
  at: number,
  delivery: boolean,
  stranger: Stranger,
  random: Random,
): Reach[] {
  if (delivery && random.chance(0.25)) return [courierReach(stranger)]
  return random.chance(0.2) ? phoneReach(person, at, random) : []
}

/** What a private message tells of its writer: an address or a number to find them by, as support asks for. */
export function messageReaches(person: Person, at: number, invited: boolean, random: Random): Reach[] {
  const address = random.pick(person.addresses).address
  if (random.chance(invited ? 0.7 : 0.3)) return [emailReach(person, address)]
  return random.chance(0.25) ? phoneReach(person, at, random) : []
}
