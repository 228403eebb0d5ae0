import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'
import { anyCase } from '../words/any-case.ts'
import { hint } from '../words/hints.ts'
import { labelsIn } from './labels.ts'

/** Families of things whose name says what they are; what follows of a model's name is read with them. */
const families =
  'iphone|ipad|ipod|imac|macbook|mac mini|mac pro|apple watch|apple tv|airpods?|homepod|galaxy|pixel|xperia|oneplus|redmi|huawei|xiaomi|nokia|motorola|moto|fairphone|playstation|ps[2345]|psp|ps vita|xbox|nintendo|wii|switch lite|kindle|fire tv|fire hd|echo(?= (?:dot|show|spot|plus|studio|\\d))|chromecast|roku|surface|thinkpad|ideapad|latitude|inspiron|xps|chromebook|laserjet|officejet|deskjet|envy|pixma|ecotank|workforce|fritz!?box|speedport|livebox|freebox|thermomix|roomba|dyson|kitchenaid|nespresso|gopro|fitbit|garmin|sonos|bose|sony|samsung|lenovo|asus|acer|dell|hp|canon|epson|bosch|siemens|miele|philips|lg'
const model = `(?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}+/-]*|[a-z]{1,3}\\d[\\p{L}\\p{N}-]*|(?:${anyCase('plus|pro|max|mini|ultra|series|gen|generation|edition|air|lite|note|fold|flip|slim|one|se|xs|xr|x|s')}))`
const known = new RegExp(
  `(?<![\\p{L}\\p{N}@#-])(?:(?:${anyCase('apple|samsung|google|sony|microsoft|lenovo|dell|hp|amazon|huawei|xiaomi|canon|epson|nintendo')}) )?(?:${anyCase(families)})(?![\\p{L}])(?:[ -]?${model}(?![\\p{L}\\p{N}'’])){0,4}`,
  'gu',
)

/** Things that people have and name by a model: "my router, a Nordlicht X2", "the CoffeeStar 300 machine". */
const things =
  'phone|smartphone|mobile|handset|laptop|notebook|computer|pc|tablet|printer|scanner|router|modem|hub|console|controller|headset|headphones?|earbuds|speaker|soundbar|tv|television|monitor|camera|doorbell|thermostat|watch|smartwatch|tracker|kettle|toaster|blender|mixer|fridge|freezer|oven|hob|cooker|dishwasher|washing machine|washer|dryer|tumble dryer|vacuum(?: cleaner)?|coffee (?:machine|maker)|espresso machine|machine|boiler|heater|lamp|drill|mower|bike|e-?bike|scooter|device|unit|set-?top box|box|' +
  'handy|telefon|drucker|fernseher|kamera|waschmaschine|spülmaschine|geschirrspüler|trockner|kühlschrank|backofen|herd|staubsauger|kaffeemaschine|kaffeevollautomat|wasserkocher|mixer|lautsprecher|kopfhörer|gerät|rechner|uhr|fahrrad|heizung|lampe|' +
  'téléphone|portable|ordinateur|imprimante|télé(?:viseur|vision)?|appareil(?: photo)?|machine à (?:laver|café)|lave-(?:linge|vaisselle)|sèche-linge|réfrigérateur|frigo|four|aspirateur|cafetière|bouilloire|enceinte|casque|montre|vélo|chaudière|lampe|' +
  'teléfono|móvil|celular|portátil|ordenador|computadora|impresora|televisor|televisión|tele|cámara|lavadora|lavavajillas|secadora|nevera|frigorífico|horno|aspiradora|cafetera|hervidor|altavoz|auriculares|reloj|bicicleta|caldera|lámpara|aparato|dispositivo|equipo'
const modelName = '(?:\\p{Lu}[\\p{L}\\p{N}-]*|\\p{L}*\\d[\\p{L}\\p{N}-]*)'
const withNumber = `(?:${modelName} ){0,3}?(?:[\\p{L}-]*\\d[\\p{L}\\p{N}/-]*)(?: (?:Plus|Pro|Max|Mini|Lite|Ultra|SE|[A-Z]{1,3}))?`
const thingThenModel = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${things})(?:,? (?:is |is called |ist |est |es |heißt )?(?:an?|the|ein(?:e[nrm]?)?|une?|der|die|das|le|la|el|un[ao]?|model|modell|modèle|modelo|vom typ|typ) |: ?|,? \\(?| )((?=\\p{Lu}|\\p{L}*\\d)${withNumber})(?![\\p{L}\\p{N}@.-]\\d?)`,
  'gu',
)
const modelThenThing = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:my|our|the|an?|meine?[mnrs]?|de[rnms]|die|das|eine?[mnrs]?|mon|ma|notre|l[ea]|une?|mi|el|un[ao]?) ((?=\\p{Lu})${withNumber})[ -](?:${things})(?![\\p{L}])`,
  'gu',
)
const ownModel = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Mm]y|[Oo]ur|[Mm]eine?[mnr]?|[Uu]nsere?[mnr]?|[Mm]on|[Mm]a|[Nn]otre|[Mm]i|[Nn]uestr[oa])(?: (?:new|old|neue[nrs]?|alte[nrs]?|nouve(?:au|lle)|nuev[oa]))? ((?=\\p{Lu})(?:${modelName} ){1,3}?(?:[\\p{Lu}-]*\\d[\\p{Lu}\\p{N}-]*)(?: (?:Plus|Pro|Max|Mini|Lite|Ultra))?)(?![\\p{L}\\p{N}@-]|\\.\\d)`,
  'gu',
)
/** "An EliteBook 840", "die Norvik HX-220", "the T4 Plus": an article and what is written like a model. */
const modelToken =
  '(?:\\p{Lu}{1,4}-?\\d{1,4}\\p{Lu}{0,2}|\\p{Lu}{1,4} \\d{2,4}\\p{Lu}{0,2}|\\p{Lu}\\p{L}{3,} \\d{1,4}(?:\\p{Lu}{0,2}))'
const articleThenModel = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Ee]ine?[nrmes]*|[Dd]e[rnms]|[Dd]ie|[Dd]as|[Bb]eim?|[Vv]om|[Mm]eine?[nrms]?|[Uu]nsere?[nrms]?|[Uu]ne?|[Ll][ae]|[Dd]u|[Mm][oa]n?|[Ee]l|[Uu]n[ao]?|[Mm]i) ((?:\\p{Lu}[\\p{L}]{2,} ){0,2}${modelToken}(?: (?:Plus|Pro|Max|Mini|Lite|Ultra|SE))?)(?![\\p{L}\\p{N}@-]|\\.\\d|, ?\\d{4})`,
  'gu',
)
/** Numbers that systems give, roads and sheets of paper look like models too. */
const notModel =
  /^(?:INV|ORD|CAS|CASE|SR|TKT|REF|PO|RMA|RG|KD|IBAN|VAT|BIC|ISBN|Q[1-4]|[ABM]\d{1,3}|(?:EU|UK|US|AM|PM|CET|GMT|COVID)[- ]?\d*)(?:[-\d ]|$)|(?:street|straße|road|avenue|platz|gate|terminal|room|zimmer|flight|flug|seite|page|version|klasse|größe|size|level|gleis|tor|haus|nr|jahr|year|uhr) \d/iu

const labelled =
  /(?<![\p{L}])(?:model|device|modell|gerät|modèle|appareil|modelo|dispositivo|aparato)(?: (?:number|name|no\.?|nummer|nr\.?|bezeichnung|typ))?(?: (?:is|ist|est|es|was|called)(?: (?:an?|the|ein(?:e)?|une?|un|el|la)(?![\p{L}]))?| ?[:=]) ?((?=[\p{Lu}\p{N}])[\p{L}\p{N}-]+(?: [\p{Lu}\p{N}][\p{L}\p{N}-]*){0,3})/giu
/** Labels of other things that look like a maker and a model: "my Order 4471". */
const notDevice =
  /(?:^| )(?:order|account|ticket|case|invoice|booking|reference|ref|bestell\w*|kunden\w*|rechnung\w*|auftrag\w*|sendung\w*|paket\w*|vertrag\w*|commande|facture|dossier|client|colis|pedido|factura|cuenta|cliente|env[ií]o|id|no|nr|number|nummer|iban|card|flight|room|address|phone|tracking|parcel|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)(?: |$)/iu

/** Letters and digits in one word, or a number behind a capital word. */
const modelLike = /[A-Za-z]-?\d|\p{Lu}[\p{L}-]* \d/u

/** Devices by their names. */
export function devicesIn(text: string, hints: number): Found[] {
  const isHinted = (hints & hint.device) !== 0
  const patterns = [
    ...(modelLike.test(text) ? [thingThenModel, modelThenThing, ownModel, articleThenModel] : []),
    ...(isHinted ? [labelled] : []),
  ]
  const wholes = isHinted ? [...text.matchAll(known)].filter(match => isWhole(text, match)) : []
  return [
    ...wholes.flatMap(match => device(match[0], match.index)),
    ...patterns.flatMap(pattern =>
      [...text.matchAll(pattern)].flatMap(({ 0: all, 1: name = '', index }) =>
        device(name, index + all.lastIndexOf(name)),
      ),
    ),
  ]
}

/** A maker's name alone is no device ("Samsung never answered"); a family's name alone is. */
const makers =
  /^(?:huawei|xiaomi|nokia|motorola|dyson|sonos|bose|sony|samsung|lenovo|asus|acer|dell|hp|canon|epson|bosch|siemens|miele|philips|lg|garmin|envy|surface|galaxy|pixel|latitude|moto|roku)$/i

/** "Invoice HP 81999": the number of something else. */
const isNumbered = (before: string): boolean => {
  const last = labelsIn(before).at(-1)
  return last !== undefined && last.kind !== 'none' && /^(?:[\s:#]|n[or]\.?)*$/iu.test(before.slice(last.end))
}

const isWhole = (text: string, { 0: written, index }: RegExpExecArray): boolean =>
  !makers.test(written.trim()) &&
  !isNumbered(text.slice(Math.max(0, index - 24), index)) &&
  !/^(?:support|care|service|store|help)/i.test(text.slice(index + written.length).trimStart())

/** "Bestelung 1620819", "Kunden-Nr C 359376": a number with its label, also a misspelled one; "HP-41255" is a reference. */
const isLabelled = (name: string): boolean =>
  /^\p{L}{1,3}-\d{5,}$/u.test(name) || labelsIn(name).some(({ kind }) => kind !== 'neutral' && kind !== 'none')

function device(written: string, start: number): Found[] {
  const name = written.replace(/[\s,.-]+$/, '')
  if (name.length < 2 || notDevice.test(name) || notModel.test(name) || isLabelled(name)) return []
  return [{ kind: 'device', value: plainWords(name), start, end: start + name.length }]
}
