/** Letters that Unicode does not decompose into a plain one and a mark, as people without that key type them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
}
const unlike = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu')

/** Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic; marks of other scripts tell words apart. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670]/g

/**
 * The one form of a word however it is written: compatibility forms and case folded, accents gone (Unicode Standard
 * Annex 15, form NFKD). Folding twice changes nothing.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(unlike, letter => plainLetters[letter] ?? letter)
    .normalize('NFC')
