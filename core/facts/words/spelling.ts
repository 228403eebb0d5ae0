/** Words that decide what a number is and whose, as they are spelled; shorter ones are too near to others. */
const keywords =
  'order orders number booking ticket invoice account customer tracking parcel package reference address called neighbour neighbours neighbor colleague mother father sister brother friend daughter husband partner should ignore wrote mistyped ' +
  'bestellung bestellnummer bestell auftrag auftragsnummer kundennummer kunden rechnung rechnungsnummer sendung sendungsnummer vorgang vorgangsnummer ticketnummer vertragsnummer adresse telefonnummer nicht richtig sondern instead nachbar nachbarn nachbarin kollege kollegen kollegin meine meines meiner meinem vater vaters mannes eltern bruders mutter schwester bruder freund freundin tochter ' +
  'commande femme votre voisins numéro facture dossier compte client suivi colis adresse voisin voisine collègue frère parents ' +
  'pedido factura número cuenta cliente estaba mujer amiga seguimiento incidencia expediente dirección padre padres madre vecinos vecino vecina hermano hermana compañero compañera amigo'

const byStart = new Map<string, string[]>()
for (const word of keywords.split(' ')) {
  const start = word.slice(0, 1)
  byStart.set(start, [...(byStart.get(start) ?? []), word])
}
const known = new Set(keywords.split(' '))
const word = /\p{L}{4,16}/gu

/** Words that look like a slip of a keyword and are none. */
const others = new Set(
  'ignored ignores ignorer ignorez write mine minen meinen meins mein meint meinte meinst manners extern made vote voter voted calle caller callee oder ordeal older border ordered custom customs accounts refer adress partners mothers fathers friendly kinder bruderschaft kunde kundin paket factual feature freunde nummer numero compter counts suivre clients clienta cuento'.split(
    ' ',
  ),
)

/** The text with slips of one letter in its keywords put right: "neigghbour", "Rechung", "oredr". Places may move. */
export function spelled(text: string): string {
  return text.replace(word, written => slipOf(written.toLowerCase()) ?? written)
}

/** The keyword that a word is one slip away from; undefined where it is right, or something else. */
export function slipOf(lower: string): string | undefined {
  if (known.has(lower) || others.has(lower)) return undefined
  const near = byStart.get(lower.slice(0, 1))
  return near?.find(right => right.length >= 5 && Math.abs(right.length - lower.length) <= 1 && isOneSlip(lower, right))
}

/** Whether a word is one slip away from one of some others. */
export const isSlipOf = (word: string, others: readonly string[]): boolean =>
  others.some(right => Math.abs(right.length - word.length) <= 1 && isOneSlip(word.toLowerCase(), right))

/** One letter too many, too few, another, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  const [x, y] = [a.slice(from), b.slice(from)]
  if (x === y) return false
  if (x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1))
    return x.length !== y.length || !/s$/.test(a + b) || from < a.length - 1
  return x.length === y.length && x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2)
}
