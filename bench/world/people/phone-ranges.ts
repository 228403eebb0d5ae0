import { permutation } from '../permutation.ts'

/**
 * Where invented phone numbers come from. First the ranges that regulators keep for fiction, then, for worlds larger
 * than those, a range of ours that no subscriber holds as far as its plan tells; beyond both the world is refused.
 *
 * GB: Ofcom, "Telephone numbers for use in TV and radio drama programmes"; larger: city codes followed by 0, with which
 *     no subscriber's number begins.
 * US: NANPA, 555-0100 to 555-0199 in every area code; larger: the rest of 555, whose assignments were taken back.
 * DE: Bundesnetzagentur, Mitteilung 148/2021 "Drama Numbers"; larger: extension digits behind those numbers.
 * FR: ARCEP, décision 2018-0881, blocks for audiovisual works; larger: the rest of 01 99.
 * ES has no such range: people there keep a French number.
 *
 * All are `isValid` in libphonenumber-js/max 1.13.16, as whoever reads numbers in a text will ask. The reserved mobile
 * ranges of GB (07700 900) and FR (06 39 98) and 0115 496 0 are not; people there carry a geographic number as mobile.
 */
export type Plan = 'GB' | 'US' | 'DE' | 'FR'
export type Use = 'mobile' | 'landline'

/** A number taken apart, as people write it: +44 | 20 | 7946 0123. */
export type Phone = { e164: string; plan: Plan; area: string; local: string }

type Range = { area: string; prefix: string; digits: number }

const callingCodes: Record<Plan, string> = { GB: '44', US: '1', DE: '49', FR: '33' }
const range = (area: string, prefix: string, digits: number): Range => ({ area, prefix, digits })

const britishCities = ['114', '116', '117', '118', '121', '131', '141', '151', '161']
const americanAreas =
  '212 213 312 415 202 206 303 305 404 503 512 602 612 617 619 702 713 714 718 720 773 801 813 816 858 901 904 916 919 972'
const german: Range[] = [
  range('30', '23125', 3),
  range('69', '90009', 3),
  range('40', '66969', 3),
  range('221', '4710', 3),
  range('89', '99998', 3),
]
const american = americanAreas.split(' ').map(area => range(area, '55501', 2))

const reserved: Record<Plan, Record<Use, Range[]>> = {
  GB: {
    mobile: [range('113', '4960', 3), ...britishCities.slice(0, 4).map(area => range(area, '4960', 3))],
    landline: [
      range('20', '79460', 3),
      ...britishCities.slice(4).map(area => range(area, '4960', 3)),
      range('191', '4980', 3),
      range('28', '96490', 3),
      range('29', '20180', 3),
    ],
  },
  US: { mobile: american.slice(0, 15), landline: american.slice(15) },
  DE: { mobile: [range('171', '39200', 2), range('176', '040690', 2)], landline: german },
  FR: {
    mobile: [range('1', '9900', 4), range('2', '6191', 4)],
    landline: [range('3', '5301', 4), range('4', '6571', 4)],
  },
}

const overflow: Record<Plan, Range[]> = {
  GB: ['116', '117', '118'].map(area => range(area, '0', 6)),
  US: americanAreas.split(' ').flatMap(area => [2, 3, 4, 5, 6, 7, 8, 9].map(first => range(area, `555${first}`, 3))),
  DE: german.map(one => ({ ...one, digits: 6 })),
  FR: [1, 2, 3, 4, 5, 6, 7, 8].map(first => range('1', `99${first}`, 5)),
}

const groups: Record<Plan, (area: string, subscriber: string) => string> = {
  GB: (_, subscriber) => `${subscriber.slice(0, -4)} ${subscriber.slice(-4)}`,
  US: (_, subscriber) => `${subscriber.slice(0, 3)}-${subscriber.slice(3)}`,
  DE: (_, subscriber) => subscriber,
  FR: (_, subscriber) => (subscriber.match(/../g) ?? []).join(' '),
}

const phone = (plan: Plan, { area }: Range, subscriber: string): Phone => ({
  e164: `+${callingCodes[plan]}${area}${subscriber}`,
  plan,
  area,
  local: groups[plan](area, subscriber),
})

const roomIn = (ranges: Range[]): number => ranges.reduce((sum, one) => sum + 10 ** one.digits, 0)

function nth(plan: Plan, ranges: Range[], index: number): Phone {
  let left = index
  for (const one of ranges) {
    if (left < 10 ** one.digits) return phone(plan, one, one.prefix + `${left}`.padStart(one.digits, '0'))
    left -= 10 ** one.digits
  }
  throw new Error(`no invented ${plan} number left: ask for fewer people or more countries`)
}

/** The numbers of one seed: `(plan, use, slot)` gives a number that no other slot of that plan and use has. */
export function phoneBook(seed: number): (plan: Plan, use: Use, slot: number) => Phone {
  const shuffled = (name: string, ranges: Range[]) => ({ ranges, at: permutation(seed, name, roomIn(ranges)) })
  const book = (plan: Plan) => ({
    mobile: shuffled(`${plan} mobile`, reserved[plan].mobile),
    landline: shuffled(`${plan} landline`, reserved[plan].landline),
    overflow: shuffled(`${plan} overflow`, overflow[plan]),
  })
  const books = { GB: book('GB'), US: book('US'), DE: book('DE'), FR: book('FR') }
  return (plan, use, slot) => {
    const first = books[plan][use]
    const room = roomIn(first.ranges)
    if (slot < room) return nth(plan, first.ranges, first.at(slot))
    const { ranges, at } = books[plan].overflow
    const index = (slot - room) * 2 + (use === 'mobile' ? 0 : 1)
    if (index >= roomIn(ranges)) throw new Error(`no invented ${plan} number left: ask for fewer people`)
    return nth(plan, ranges, at(index))
  }
}
