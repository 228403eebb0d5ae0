import { expect, test } from 'vitest'
import { factsOf } from '../../core/facts/dialogue.ts'

/** What the customer stated and did not take back; turns of the company begin with "A:". */
const kept = (region: string, ...turns: string[]) =>
  factsOf(
    turns.map((text, at) => ({
      id: String(at),
      by: text.startsWith('A:') ? ('company' as const) : ('customer' as const),
      text: text.replace(/^A:/, ''),
      context: { region, writtenAt: '2026-03-15T09:00:00.000Z' },
    })),
  )
    .filter(({ by, holder, stale }) => by === 'customer' && holder === 'author' && !stale)
    .map(({ kind, value }) => `${kind} ${value}`)

test.each([
  [
    'a day in digits that may be two is the day written out',
    'ZZ',
    ['It broke on 5 March 2026.', 'Sorry, it is 1 March 2026, not 5/3/2026.'],
    ['date 2026-03-01'],
  ],
  [
    'a day behind a denial needs no other word',
    'FR',
    ['Le rendez-vous était le 12 février.', 'Excusez-moi, 20 février 2026, pas 12/02.'],
    ['date 2026-02-20'],
  ],
  [
    'German days of a text whose region is not known',
    'US',
    ['Gekauft am 19.01.', 'Ich hatte mich vertippt, das Datum lautet richtig 28.01.'],
    ['date 2026-01-28'],
  ],
  [
    'an address with a word of the next sentence is still the one taken back',
    'ES',
    [
      'Vivo en Calle Olmo 12, 28001 Madrid Perdone',
      'Perdone, Calle Pino 7, 28002 Madrid, no Calle Olmo 12, 28001 Madrid.',
    ],
    ['address calle pino 7 28002 madrid'],
  ],
  [
    '"Nicht" is no part of a street',
    'DE',
    [
      'Ich wohne Birkenweg 5, 20357 Hamburg.',
      'Nicht Birkenweg 5, 20357 Hamburg, sondern Eichenstraße 7, 04197 Leipzig.',
    ],
    ['address eichenstraße 7 04197 leipzig'],
  ],
  [
    'the same signs in another order are the same reference, spelled right',
    'GB',
    ['My order number is 4471882.', 'The order number is 4471828.'],
    ['order 4471828'],
  ],
  [
    'a phone of a signature is not what was stated last',
    'GB',
    [
      'Call me on 020 7946 0011.',
      'My number is 020 7946 0555.\nTel. 020 7946 0011',
      'My phone number should be 020 7946 0777, I mistyped it.',
    ],
    ['phone +442079460011', 'phone +442079460011', 'phone +442079460777'],
  ],
])('%s', (_, region, turns, expected) => {
  expect(kept(region, ...turns)).toEqual(expected)
})

test.each([
  ['a count is no device', 'ES', ['A:¿Cuál es el modelo?', 'Esperé 40 minutos al teléfono.'], []],
  [
    'nor is the third time',
    'DE',
    ['A:Nennen Sie uns bitte die Adresse und das Modell.', 'Das ist jetzt das 3. Mal.'],
    [],
  ],
  ['nor a number with a misspelled label', 'DE', ['Die Bestelung 1620819 fehlt.'], ['order 1620819']],
  [
    'letters of a number are no label of the next',
    'GB',
    ['A:What are your customer number and the invoice number?', 'KD506696 and 2026/9845'],
    ['account KD506696', 'invoice 20269845'],
  ],
  [
    'the second of an answer is the day that was asked for',
    'FR',
    ['A:Pouvez-vous nous donner le numéro de facture et la date ?', '400461447, 06/02'],
    ['invoice 400461447', 'date 2026-02-06'],
  ],
  [
    'or the model',
    'GB',
    ['A:Please send the order number and the model.', '#11826592; Brindle QX-90'],
    ['order 11826592', 'device brindle qx 90'],
  ],
  ['a phone on a card is not the customer’s', 'US', ['The card says: "sorry, call 503.555.0137."'], []],
  [
    'a phone to be called on is no case',
    'ES',
    ['A:¿Cuál es el número de caso?', 'Me pueden llamar al 600123456.'],
    ['phone +34600123456'],
  ],
  [
    'nor one that was told before',
    'GB',
    ['Phone me: 020 7946 0604.', 'A:To find this I need the case number.', 'I am found on 020 7946 0604.'],
    ['phone +442079460604', 'phone +442079460604'],
  ],
  ['a number of who called is nobody’s', 'US', ['I got a call claiming to be you. The number is +1(818)930-5703'], []],
  ['auf Deutsch auch', 'DE', ['Ich habe einen Anruf bekommen. Die Nummer war 0049 89 99998042.'], []],
  [
    'a phone takes the place of a phone, however it is grouped',
    'IN',
    ['Call me on 98765 43890', 'I wrote 98765 43890, it should be 98765-43682.'],
    ['phone +919876543682'],
  ],
  ['who was called is not the caller', 'FR', ["J'ai appelé votre service au 0199002110 deux fois."], []],
  ['a number to ask somebody else', 'IN', ['You can ask my brother on 9876543438 but not in the evening.'], []],
  [
    'a phone that notes say a customer gave',
    'IN',
    ['Customer gave the phone number: 98765-43632.'],
    ['phone +919876543632'],
  ],
  [
    'slips in what denies',
    'AT',
    ['ncht Lindenallee 106, 8784 Graz, sondern Gartenweg 109, 8066 Graz'],
    ['address gartenweg 109 8066 graz'],
  ],
  ['slips in whose it is', 'DE', ['Die Bestellung 381721431 meies Nachbarn kam sofort an.'], []],
  ['a name of a thing is no person', 'GB', ["It's Orlo Vento 3000"], []],
  ['a number behind its word is no device', 'GB', ['My last bill: invoice HP 81999.'], ['invoice HP81999']],
  [
    'a day beside the one it takes the place of',
    'FR',
    ['A:Quel est le numéro de dossier ?', 'Excusez-moi, 20/03, pas 17.02.2026.'],
    ['date 2026-03-20'],
  ],
  [
    'versions that were named together are taken back together, and not the phone',
    'US',
    ['iOS 10.0, 10.0.1 and 10.0.2 make my iPhone 6 slow', 'sorry, I mean iOS 11'],
    ['device iphone 6', 'device ios 11'],
  ],
  [
    'yes, that one was meant',
    'US',
    ['Just updated to iOS 11.2', 'A:Do you mean iOS 11.1?', 'Yes. Sorry.'],
    ['device ios 11 1'],
  ],
  [
    'a code of a currency ends its sentence',
    'FR',
    ['Vous avez pris 99,99 EUR. 2 sur 5 étaient abîmés.'],
    ['amount EUR 99.99'],
  ],
])('%s', (_, region, turns, expected) => {
  expect(kept(region, ...turns)).toEqual(expected)
})
