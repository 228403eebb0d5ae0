import { expect, test } from 'vitest'
import { valuesIn } from '../../core/facts/read/values.ts'
import { hint, hintsIn } from '../../core/facts/words/hints.ts'

const context = { region: 'DE', writtenAt: '2026-03-15T09:00:00.000Z' }
const everything = Object.values(hint).reduce((all, one) => all | one, 0)

test.each([
  'My iPhone 11 Pro broke on 3 March, I paid 49 euros.',
  'The router is a FastNet R7 and I already restarted it twice.',
  'I called the courier and asked the neighbours.',
  'Ich habe den Router schon neu gestartet und das Kabel getauscht.',
  'Ich habe bei den Nachbarn nachgefragt.',
  'J’ai déjà redémarré la box et contacté le livreur.',
  'Ya he reiniciado el aparato y he puesto pilas nuevas.',
  'Mein Name ist Tobias Müller, ich wohne Am Markt 3, 01067 Dresden.',
  'Je m’appelle Jean Dupont, 12 rue de la Paix, 75002 Paris.',
  'Me llamo Ana García, Calle Mayor 5, 28013 Madrid.',
  'My neighbour’s order 5512, my sister’s order 5513 and a friend’s order 5514.',
  'Die Bestellung meiner Kollegin 5512-001, la commande de mon voisin 5512-002, el pedido de mi hermano 5512-003',
  'It came yesterday, gestern, ayer, last Tuesday, letzten Montag.',
  'CHF 12.50, 12 dollars, 30 pounds, 500 yen, 20 kr, 15 zł, 1000 rupees',
  'macOS High Sierra, version 8.4.22 on Android 7.0',
])('hints hide nothing: %s', text => {
  expect(valuesIn(text, context, hintsIn(text))).toEqual(valuesIn(text, context, everything))
})
