/** The names of HTML 4.01 (https://www.w3.org/TR/html401/sgml/entities.html), which are all that mail programs write. */

const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const greek =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'

const named = new Map<string, string>([
  ...latin1.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...greek.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(913 + index)]),
  ...greek.split(' ').map((name, index): [string, string] => [name.toLowerCase(), String.fromCharCode(945 + index)]),
  ...Object.entries({
    ...{
      amp: '&',
      lt: '<',
      gt: '>',
      quot: '"',
      apos: "'",
      OElig: 'Œ',
      oelig: 'œ',
      Scaron: 'Š',
      scaron: 'š',
      Yuml: 'Ÿ',
    },
    ...{
      fnof: 'ƒ',
      circ: 'ˆ',
      tilde: '˜',
      ensp: ' ',
      emsp: ' ',
      thinsp: ' ',
      zwnj: '',
      zwj: '\u200d',
      lrm: '',
      rlm: '',
    },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†' },
    ...{
      Dagger: '‡',
      bull: '•',
      hellip: '…',
      permil: '‰',
      prime: '′',
      Prime: '″',
      lsaquo: '‹',
      rsaquo: '›',
      oline: '‾',
    },
    ...{
      frasl: '⁄',
      euro: '€',
      trade: '™',
      larr: '←',
      uarr: '↑',
      rarr: '→',
      darr: '↓',
      harr: '↔',
      rArr: '⇒',
      hArr: '⇔',
    },
    ...{ minus: '−', infin: '∞', asymp: '≈', ne: '≠', le: '≤', ge: '≥', radic: '√', sum: '∑', part: '∂', loz: '◊' },
    ...{ spades: '♠', clubs: '♣', hearts: '♥', diams: '♦', sigmaf: 'ς' },
  }),
])

/** `&eacute;`, `&#233;` and `&#xE9;` as the characters they stand for; what is no known entity stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? whole
    return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal), whole)
  })
}

/** Numbers 128 to 159 mean windows-1252 in practice (https://html.spec.whatwg.org/#numeric-character-reference-end-state). */
function characterOf(code: number, whole: string): string {
  if (code >= 128 && code < 160) return western.decode(Uint8Array.of(code))
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return whole
  return String.fromCodePoint(code)
}

const western = new TextDecoder('windows-1252')
