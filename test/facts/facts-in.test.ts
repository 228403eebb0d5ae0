import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsIn, referencesOf } from '../../core/facts/facts-in.ts'

const context = (region: string) => ({ region, writtenAt: '2026-03-15T09:00:00.000Z' })
const stated = (text: string, region = 'GB') =>
  factsIn(text, context(region))
    .filter(({ holder }) => holder === 'author')
    .map(({ kind, value }) => `${kind} ${value}`)

describe('references by the words beside them', () => {
  test.each([
    ['My order number is 4471-882.', ['order 4471882']],
    ['orders 4471-882 and 4472-113 are late', ['order 4471882', 'order 4472113']],
    ['4471-882 is my order number', ['order 4471882']],
    ['Order number?\n4471-882', ['order 4471882']],
    ['Bestellnummer: 4471882', ['order 4471882']],
    ['Es geht um die Rechung 2291-44', ['invoice 229144']],
    ['n° de commande 4471-882', ['order 4471882']],
    ['mi pedido 4471-882 no ha llegado', ['order 4471882']],
    ['tracking number for order 4471-882 is 99340-11', ['order 4471882', 'tracking 9934011']],
    ['ticket no. 993', ['case 993']],
    ['Booking ref MP79V2', ['order MP79V2']],
    ['Username: cminh730', ['account CMINH730']],
    ['It is 1Z999AA10123456784', ['tracking 1Z999AA10123456784']],
    ['RR473124829GB', ['tracking RR473124829GB']],
    ['RR473124828GB', []],
    ['my order of 3 shirts from 2024 after 45 minutes', []],
  ])('%s', (text, expected) => {
    expect(stated(text)).toEqual(expected)
  })
})

describe('numbers and dates as countries write them', () => {
  test.each([
    ['1.234,56 €', 'DE', ['amount EUR 1234.56']],
    ['$1,234.56', 'US', ['amount USD 1234.56']],
    ["CHF 1'234.50", 'CH', ['amount CHF 1234.50']],
    ['₹1,23,456', 'IN', ['amount INR 123456.00']],
    ['on 3/4/2026', 'US', ['date 2026-03-04']],
    ['on 3/4/2026', 'GB', ['date 2026-04-03']],
    ['on 03/4/26', 'ZZ', ['date 3/4/2026']],
    ['am 4.3. gekauft', 'DE', ['date 2026-03-04']],
    ['le 1er mars', 'FR', ['date 2026-03-01']],
    ['el 31 de diciembre', 'ES', ['date 2025-12-31']],
    ['yesterday', 'GB', ['date 2026-03-14']],
    ['last Tuesday', 'GB', ['date last tuesday']],
    ['iOS 11.0.3', 'US', ['device ios 11 0 3']],
    ['Call me on 020 7946 0186', 'GB', ['phone +442079460186']],
    ['12 High Street, London SW1A 1AA', 'GB', ['address 12 high street london sw1a 1aa']],
    ['Hauptstraße 12, 10115 Berlin', 'DE', ['address hauptstraße 12 10115 berlin']],
    ['12 rue de la Paix, 75002 Paris', 'FR', ['address 12 rue de la paix 75002 paris']],
  ])('%s in %s', (text, region, expected) => {
    expect(stated(text, region)).toEqual(expected)
  })
})

describe('facts of other people are theirs', () => {
  test.each([
    ["My neighbour's order 5512 arrived, but mine, 4471-882, did not.", ['order 4471882']],
    ['I am calling for my mother. Her order number is 5512.', []],
    ['Die Bestellung meiner Nachbarin (5512-001) kam an, meine Bestellung 4471-882 nicht', ['order 4471882']],
    ['la commande de ma voisine, 5512-001, est arrivée', []],
    ['El pedido de mi vecina es 5512-001', []],
    ["order 5512 is my neighbour's", []],
    ['The card said: "Call the depot about parcel 99812233"', []],
    ['I bought it for my mother, order 4471-882', ['order 4471882']],
  ])('%s', (text, expected) => {
    expect(stated(text)).toEqual(expected)
  })
})

test('what is taken back in a text is not stated by it', () => {
  expect(factsIn('My order is 4481. Sorry, I meant 4418.', context('GB'))).toMatchObject([
    { kind: 'order', value: '4418', replaces: '4481' },
  ])
})

test('references of a matter, in texts of either side', () => {
  const ours = { ...context('GB'), by: 'company' as const }
  expect(referencesOf(factsIn('Your order 4471-882 was sent.', ours), 'company')).toEqual([
    { kind: 'order', value: '4471882' },
  ])
  const theirs = factsIn('My order 4471-882, your case 91-22', context('GB'))
  expect(referencesOf(theirs, 'customer').map(({ kind }) => kind)).toEqual(['order', 'case'])
  const others = factsIn("My neighbour's order 5512 arrived.", context('GB'))
  expect(referencesOf(others, 'customer')).toEqual([])
})

test('offsets are where the words stand', () => {
  const text = 'Hello,\n\nthe order number is 4471-882.'
  expect(factsIn(text, context('GB')).map(({ start, end }) => text.slice(start, end))).toEqual(['4471-882'])
})

test('any text is read without error, and facts stand within it', () => {
  const pieces = fc.constantFrom(
    'order ',
    '4471-882',
    ' not ',
    '£5',
    '"',
    '\n',
    'my neighbour’s ',
    '3/4',
    ' I tried ',
    '@',
    '. ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 }), parts => {
      const text = parts.join('')
      for (const { start, end, value } of factsIn(text, context('GB'))) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(value).not.toBe('')
      }
    }),
  )
})
