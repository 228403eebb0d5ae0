import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { type Plan, phoneBook, type Use } from '../../bench/world/people/phone-ranges.ts'
import { mistype, writePhone, writings } from '../../bench/world/people/phone-writing.ts'
import { randomFor } from '../../bench/world/random.ts'

const plans: Plan[] = ['GB', 'US', 'DE', 'FR']
const uses: Use[] = ['mobile', 'landline']
const book = phoneBook(1)
const anyPhone = fc
  .tuple(fc.constantFrom(...plans), fc.constantFrom(...uses), fc.nat(60_000))
  .map(([plan, use, slot]) => book(plan, use, slot))

test('no number is given twice, however many people there are', () => {
  const slots = Array.from({ length: 60_000 }, (_, slot) => slot)
  const numbers = plans.flatMap(plan => uses.flatMap(use => slots.map(slot => book(plan, use, slot).e164)))
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('every number is one that libphonenumber calls valid', () => {
  fc.assert(fc.property(anyPhone, ({ e164 }) => parsePhoneNumberFromString(e164)?.isValid() === true))
})

test('small worlds stay within the ranges that regulators keep for fiction', () => {
  const fiction =
    /^\+(44(113|114|116|117|118|121|131|141|151|161)4960\d{3}|44(2079460|1914980|2896490|2920180)\d{3}|1\d{3}55501\d\d|49(3023125|6990009|4066969|2214710|8999998)\d{3}|49(17139200|176040690)\d\d|33(19900|26191|35301|46571)\d{4})$/
  for (const plan of plans)
    for (const use of uses) for (let slot = 0; slot < 200; slot++) expect(book(plan, use, slot).e164).toMatch(fiction)
})

test('however somebody writes a number to a British company, it is read as the same one', () => {
  fc.assert(
    fc.property(anyPhone, fc.constantFrom(...writings), (phone, writing) => {
      expect(parsePhoneNumberFromString(writePhone(phone, writing), 'GB')?.number).toBe(phone.e164)
    }),
  )
})

test('a slip makes another number, in the same area', () => {
  fc.assert(
    fc.property(anyPhone, fc.nat(), (phone, seed) => {
      const wrong = mistype(phone, randomFor(seed, 'slip'))
      expect(wrong.e164).not.toBe(phone.e164)
      expect(wrong.e164.slice(0, -6)).toBe(phone.e164.slice(0, wrong.e164.length - 6))
      expect(wrong.area).toBe(phone.area)
    }),
  )
})
