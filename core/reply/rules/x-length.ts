import { linksIn } from './links.ts'

/** Code points that count as one; every other counts as two (configuration v3 of X's twitter-text, in hundredths there). */
const light = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const

/** What a link counts, however long it is: X replaces it by one of t.co. */
const linkLength = 23

/** An emoji counts two, however many code points it is put together of. */
const emojiLength = 2

/**
 * The length of a post as X counts it, of which there may be 280: in Unicode's form NFC, links as 23, emojis as 2, Latin and
 * its neighbours as 1, everything else as 2. https://docs.x.com/fundamentals/counting-characters
 */
export function xLength(text: string): number {
  const whole = text.normalize('NFC')
  const links = linksIn(whole)
  const rest = links.reduce((left, link) => left.replace(link, ''), whole)
  const emojis = rest.match(emoji)?.length ?? 0
  return links.length * linkLength + emojis * emojiLength + weight(rest.replaceAll(emoji, ''))
}

const emoji = /\p{RGI_Emoji}/gv

const weight = (text: string): number =>
  [...text].reduce((sum, character) => sum + weightOf(character.codePointAt(0) ?? 0), 0)

const weightOf = (point: number): number => (light.some(([from, to]) => point >= from && point <= to) ? 1 : 2)
