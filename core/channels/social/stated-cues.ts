/**
 * Words that tell whose an address or a number is, in the languages of most of the mail that companies in Europe and the
 * Americas get. They only decide about evidence that is asserted anyway; a language that is missing reads as "no cue".
 */
const ofAuthor =
  /\b(my|mine|meine?|mon|ma|mi|mio|mia|minha|meu|mijn)\s+(?:(?:own|new|work|private|business|mobile|cell|home|neue|private) )*(e-?mail|mail|address|adresse|phone|number|nummer|num[eé]ro|tel|telefon|handy|mobile|cell|whatsapp|correo|tel[eé]fono|indirizzo|numero|telefoon)\b|\b(reach|call|contact|e-?mail|write|ring|text|phone) me\b|\bmine is\b|\berreich/i

const ofOthers =
  /\b(friend|wife|husband|partner|colleague|co-?worker|boss|manager|mother|mum|mom|father|dad|son|daughter|brother|sister|neighbou?r|landlord|client|his|her|their|your|yours|someone|somebody|freund(?:in)?|frau|kollege|kollegin|chef|mutter|vater|sohn|tochter|bruder|schwester|seine?|ihre?|eure|ami|amie|femme|mari|coll[eè]gue|amig[oa]|espos[oa]|herman[oa]|amic[oa]|moglie|marito|vriend(?:in)?)(?:'?s)?\b/i

const notTheirs =
  /\b(not|don'?t|no longer|isn'?t|never|old|former|scam|phish\w*|fake|fraud\w*|spam|nicht|kein|alte|impersonat\w*|received|got)\b|\b(from|von|sent|wrote|e-?mailed|mailed|called|texted|messaged)\b[^@]{0,30}$/i

const phoneWords =
  /\b(phone|tel|telephone|call|mobile|cell|number|ring|text|sms|whatsapp|reach|contact|handy|telefon|nummer|anrufen|t[eé]l[eé]phone|portable|num[eé]ro|appel\w*|tel[eé]fono|m[oó]vil|ll[aá]m\w*|cellulare|chiam\w*|telefone|telem[oó]vel|celular|telefoon|mobiel)\b/i

const orderWords =
  /\b(order|invoice|ref|reference|ticket|tracking|case|account|booking|customer (?:no|number|id)|serial|iban|vat|bestell\w*|rechnung\w*|kunden\w*|auftrag\w*|commande|facture|pedido|factura|ordine|fattura)\b/i

/** Whether words around an identifier leave it to the author. `before` and `after` are the whole text around it. */
export function isAuthorsOwn(before: string, after: string, type: string): boolean {
  const clause = lastClause(before)
  if (ofOthers.test(clause) && !ofAuthor.test(clause)) return false
  if (ofAuthor.test(clause)) return !notTheirs.test(clause.replace(ofAuthor, ''))
  if (notTheirs.test(clause)) return false
  return !(type === 'email' && /^\s+(is|ist|est|es)\b/i.test(after) && ofOthers.test(after.slice(0, 40)))
}

export const isPhoneTalk = (before: string): boolean => phoneWords.test(lastClause(before))

export const isOrderNumber = (before: string): boolean => orderWords.test(lastClause(before).slice(-40))

/** The words since the last end of a sentence or clause, at most 100 characters. */
const lastClause = (before: string): string =>
  before
    .slice(-100)
    .split(/[!?\n;,()]|\.\s/)
    .at(-1) ?? ''
