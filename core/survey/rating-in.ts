import { longestComment, type Scale } from './survey.ts'

export type Rating = { score: number; comment?: string }

/** A text beyond this is a letter, not an answer to a question. */
const longest = 1500

/** Before the number: nothing, or what names it. */
const label = String.raw`(?:(?:my\s+)?(?:rating|score|answer)(?:\s+is)?|(?:meine\s+)?(?:bewertung|note|antwort)(?:\s+ist)?|(?:ma\s+)?(?:note|réponse)(?:\s+est)?|(?:mi\s+)?(?:nota|puntuación|respuesta)(?:\s+es)?)\s*[:=]?\s*`

/** After it: what it is counted in, and of how many. */
const unit = String.raw`(?:\s*(?:/|out\s+of|von|aus|sur|de)\s*(?<of>10|\d)(?!\d))?(?:\s*(?:stars?|points?|sterne?n?|punkte?n?|étoiles?|estrellas?|puntos?|[★⭐]))?`

/** Then nothing more, thanks, or a comment behind a comma or a dash; `5 items are missing` rates nothing. */
const thanks = String.raw`(?:thanks|thank\s+you|thx|danke|vielen\s+dank|merci|gracias)`
const end = String.raw`(?:[\s.!)\p{Extended_Pictographic}\u{fe0f}:;-]*(?:[)(DP]\s*)?$|\s*(?:,|\s[-–—]|[–—]|!)\s*(?!\d)(?<said>\S.*)$|\s+(?<thanked>${thanks}\b.*)$)`

const pattern = new RegExp(`^(?:${label})?(?<score>10|\\d)(?![\\d.,]\\d|\\d|\\s*[-–—]\\s*\\d)${unit}${end}`, 'iu')

/**
 * The score that somebody answers a question of this scale with, and what they say besides. It stands at the very
 * beginning, as a number: alone, or before thanks or a comment. Better none than a wrong one: amounts, lists, dates,
 * numbers of things, questions, and scores of another scale are none.
 */
export function ratingIn(text: string, { least, greatest }: Scale): Rating | undefined {
  if (text.length > longest) return undefined
  const [first = '', ...rest] = text.normalize('NFC').trim().split(/\r?\n/)
  const found = pattern.exec(first.replaceAll(/[\u{fe0f}\u{20e3}]/gu, '').trim())?.groups
  if (found === undefined || looksLikeList(rest)) return undefined
  const score = Number(found.score)
  if (score < least || score > greatest || (found.of !== undefined && Number(found.of) !== greatest)) return undefined
  const comment = [found.said ?? found.thanked ?? '', ...rest].join('\n').trim().slice(0, longestComment)
  return { score, ...(comment !== '' && { comment }) }
}

/** `1.` at the beginning of several lines counts them. */
const looksLikeList = (lines: string[]): boolean => lines.some(line => /^\s*\d{1,2}\s*[.):-]/.test(line))
