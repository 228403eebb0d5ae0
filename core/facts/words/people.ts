import { wholeWords } from './pattern.ts'

/** People that a writer may speak of, in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const relations = [
  'wife|husband|spouse|partner|fianc[eé]e?|girlfriend|boyfriend|mother|father|mum|mom|mam|dad|parents?|grandmother|grandfather|grandma|grandpa|nan|gran|granny',
  '(?:step|half|grand)?(?:son|daughter|brother|sister)s?|kids?|child(?:ren)?|uncle|aunt|auntie|cousins?|niece|nephew|(?:mother|father|brother|sister|son|daughter)-in-law|in-laws',
  'friends?|mate|buddy|neighbou?rs?|flat ?mates?|room ?mates?|house ?mates?|colleagues?|co-?workers?|boss|manager|assistant|secretary|landlord|landlady|tenant|lodger|client|employee|accountant|lawyer',
  'someone|somebody|someone else|somebody else|another (?:customer|person|client|buyer)|other (?:customer|person|client|buyer)|previous (?:owner|tenant)|(?:the )?(?:seller|sender|driver|courier|postman)',
  'frau|ehefrau|mann(?:es)?|ehemann(?:es)?|partnerin|verlobte[rn]?|freund(?:in|e|es|en|innen)?|mutter|vaters?|eltern|oma|opa|gro(?:ß|ss)(?:mutter|vaters?|eltern)|sohn(?:es)?|tochter|bruders?|schwester|onkels?|tante|cousine?|nichte|neffen?|schwieger\\w+',
  'nachbar(?:n|in|s|innen)?|kolleg(?:e|en|in|innen)|chef(?:s|in)?|vermieter(?:s|in)?|mieter(?:s|in)?|mitbewohner(?:s|in)?|bekannte[rn]?|jemand(?:em|en)?|fahrers?|boten?',
  "femme|épouse|mari|conjointe?|compagnon|compagne|mère|père|maman|papa|parents|grand-mère|grand-père|fils|fille|frère|sœur|soeur|oncle|cousine?|nièce|neveu|belle-(?:mère|sœur|fille)|beau-(?:père|frère|fils)|ami[es]*|copain|copine|voisine?s?|collègues?|patron(?:ne)?|colocataire|propriétaire|locataire|quelqu[’']un|livreur",
  'esposa|esposo|marido|mujer|pareja|novi[oa]|madre|padre|mamá|papá|padres|abuel[oa]|hij[oa]s?|herman[oa]s?|tí[oa]|prim[oa]s?|sobrin[oa]|sueg[r]?[oa]|cuñad[oa]|amig[oa]s?|vecin[oa]s?|compañer[oa]s?|jef[ea]|caser[oa]|inquilin[oa]|alguien|repartidor',
  'moglie|marito|madre|padre|figli[oa]|fratello|sorella|amic[oa]|vicin[oa]|collega|vrouw|man|moeder|vader|zoon|dochter|broer|zus|vriend(?:in)?|buur(?:man|vrouw)|m[ãa]e|pai|filh[oa]|irm[ãa]o?|vizinh[oa]|colega',
].join('|')

const mine =
  'my|our|mine|mein(?:e[nrsm]?)?|unser(?:e[nrsm]?)?|mon|ma|mes|notre|nos|mi|mis|nuestr[oa]s?|mijn|mio|mia|meu|minha'
const article = "an?|the|one of my|some|ein(?:e[nrsm]?)?|de[rnms]|die|das|une?|l[ea]|l['’]|un[ao]?|el|los|las"
const adjectives = '(?:[\\p{L}-]{3,14} ){0,2}?'

/** "my neighbour", "a friend of mine", "my sister's": with what stands before it as group 1, and a genitive as group 2. */
export const somebody = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:((?:for|to|with|at|by|für|mit|bei|an|neben|zu|pour|chez|avec|à|para|con|voor|per)) )?(?:(?:${mine}|${article}) ?)${adjectives}(?:${relations})(?![\\p{L}\\p{N}])(['’]s|['’](?!\\p{L}))?(?: (?:of (?:mine|ours)|von (?:mir|uns)|à moi|mí[oa]|nuestr[oa]))?|(?<![\\p{L}\\p{N}])()(?:some(?:one|body)(?: else)?)(['’]s)|(?<= )()(?:(?:ehe)?mannes|vaters|bruders|sohnes|onkels|freundes|vermieters)()(?![\\p{L}])`,
  'giu',
)

/** Words that point at a third person: "her order". German "ihr" is "your" as often, so it tells nothing. */
export const theirs = wholeWords(
  "his|her|hers|their|theirs|sein(?:e[nrsm]?)?|dessen|deren|leurs?|(?:de |d['’])?(?:elle|lui|eux)|suy[oa]s?|someone else['’]s|somebody else['’]s",
)

/** Words that claim something for the writer. A following relation ("my mother") is taken out before they are looked for. */
export const own = wholeWords(
  `(?:${mine}) own|mine|ours|meins|meine[rs]?|unser(?:e[rs]?)?|le mien|la mienne|(?:el )?mío|(?:la )?mía|(?:${mine})`,
)

/** Behind a value: it is another's. */
export const notOwn =
  /(?:not mine|not ours|not my (?:order|number|account|address)|isn['’]t mine|belongs? to (?!me\b)|nicht mein|gehört (?!mir\b)|pas (?:le |la )?mien|appartient à|no es mí|pertenece a)/iu
