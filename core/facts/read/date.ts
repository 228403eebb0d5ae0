import { languageOf } from '../../language/language-of.ts'
import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'
import { hint } from '../words/hints.ts'
import { monthName, monthNamed } from '../words/months.ts'
import { dayAfter, dayOf, nearestDay } from './day.ts'

const year = "(?:[’']?\\d{2}|(?:19|20)\\d{2})(?![\\p{L}\\p{N}])"
const edge = '(?<![\\p{L}\\p{N}.,/:+-])'
const dayThenMonth = new RegExp(
  `${edge}(\\d{1,2})(?:st|nd|rd|th|er|ère|º|\\.)?[ \\u00a0-]?(?:of |de |d['’])?\\s?(${monthName})(?![\\p{L}\\p{N}])\\.?(?:,? (?:de(?:l)? )?-?(${year})|-(${year}))?`,
  'giu',
)
const monthThenDay = new RegExp(
  `${edge}(${monthName})\\.?[ -](?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|[.,:]\\d)(?:,? (${year})(?!:))?`,
  'giu',
)
const yearFirst = /(?<![\p{L}\p{N}./:+-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\p{L}\p{N}]|[-/]\d)/gu
const cjk = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/gu
const threeParts = /(?<![\p{L}\p{N}./:+-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\p{N}]|[-/.:]\d)/gu
const twoParts = /(?<![\p{L}\p{N}./:,+€$£-])(\d{1,2})(\/|\.)(\d{1,2})(?:\.(?!\d))?(?![\p{L}\p{N}%€$£]|[-/.:,]\d)/gu

/** Words before `3/4` that make it a day and not a fraction, a score or a version. */
const beforeDay =
  /(?:^|[^\p{L}])(?:on|by|since|until|till|from|dated?|before|after|the|am|vom|seit|bis|zum|den|dem|der|ab|le|du|depuis|au|el|del|desde|hasta|día|mais|sondern|sino|de|statt|anstatt|but|not|nicht|pas|non|no|vez de|lieu de|instead of|is|est|ist|es|era|was|war|était|date|datum|fecha|op|sinds|il|dal|em|desde)[ :]\s*$|:\s*$|^\s*$/iu
/** A dot between two numbers is a decimal point nearly everywhere. */
const beforeGermanDay = /(?:^|[^\p{L}])(?:am|vom|seit|bis|zum|datum:?|kaufdatum:?)\s*$/iu
const versionBefore = /(?:version|ios|android|firmware|build|v|macos|windows|update)\.? ?$/iu

/** Regions that write the month first (Unicode CLDR short date patterns). */
const monthFirst = new Set(['US', 'PH', 'PW', 'FM', 'MH', 'GU', 'PR', 'AS', 'VI'])
/** The region where none is known (ISO 3166: user assigned). */
export const anywhere = 'ZZ'
/** Where both orders are in use, so that 3/4 may be either day. */
const eitherOrder = new Set(['CA', 'KE', 'GH', 'ZA', anywhere])

/** Days that are named with a month, or by words like "yesterday". A day is resolved only where that is safe. */
export function datesIn(text: string, context: FactContext, hints: number): Found[] {
  const numbered = /\d/.test(text)
    ? [
        ...((hints & hint.month) === 0 ? [] : named(text, context)),
        ...fullDates(text, context),
        ...shortDates(text, context),
      ]
    : []
  return (hints & hint.day) === 0 ? numbered : [...numbered, ...relativeDays(text, context)]
}

const at = (match: RegExpExecArray, value: string | undefined): Found[] => [
  {
    kind: 'date',
    value: value ?? plainWords(match[0]),
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  },
]

function named(text: string, context: FactContext): Found[] {
  return [
    ...[...text.matchAll(dayThenMonth)].flatMap(match => {
      const [, day, month, after, dashed] = match
      return resolved(match, month, day, after ?? dashed, context)
    }),
    ...[...text.matchAll(monthThenDay)].flatMap(match => {
      const [, month = '', day, after] = match
      return after === undefined && /^\p{Ll}/u.test(month) && /^ma[ry]/.test(month)
        ? []
        : resolved(match, month, day, after, context)
    }),
  ]
}

function resolved(match: RegExpExecArray, month = '', day = '', written = '', { writtenAt }: FactContext): Found[] {
  const value = dayIn(written, monthNamed(month) ?? 0, Number(day), writtenAt)
  return value === undefined ? [] : at(match, value)
}

function dayIn(written: string, month: number, day: number, writtenAt: string): string | undefined {
  const digits = written.replace(/\D/g, '')
  if (digits === '') return nearestDay(writtenAt, month, day)
  return dayOf(digits.length === 2 ? 2000 + Number(digits) : Number(digits), month, day)
}

function fullDates(text: string, context: FactContext): Found[] {
  if (!/\d[-/.年]\d/.test(text)) return []
  const first = [...text.matchAll(yearFirst), ...text.matchAll(cjk)].flatMap(match => {
    const parts = match.length === 5 ? [match[1], match[3], match[4]] : [match[1], match[2], match[3]]
    const value = dayOf(Number(parts[0]), Number(parts[1]), Number(parts[2]))
    return value === undefined ? [] : at(match, value)
  })
  const last = [...text.matchAll(threeParts)].flatMap(match => {
    if (match[2] === '.' && versionBefore.test(text.slice(0, match.index))) return []
    return numeric(match, Number(match[1]), Number(match[3]), match[4] ?? '', match[2] ?? '', context)
  })
  return [...first, ...last]
}

/** "20/03, pas 17.02.2026": a day that takes the place of another. */
const denial =
  /^,? (?:et |y |and |und )?(?:not|nicht|pas|non|no|statt|instead of|rather than|au lieu d[eu]|en (?:lugar|vez) de)(?![\p{L}])/iu

function shortDates(text: string, context: FactContext): Found[] {
  if (!/\d[/.]\d/.test(text)) return []
  return [...text.matchAll(twoParts)].flatMap(match => {
    const before = text.slice(0, match.index).slice(-12)
    const isDotted = match[2] === '.' && match[0].endsWith('.')
    const isAlone = match.index > 0 || /^[\s.,!]*$/.test(text.slice(match.index + match[0].length))
    const isCued = isDotted || match[2] !== '.' ? beforeDay.test(before) : beforeGermanDay.test(before)
    const isDenying = denial.test(text.slice(match.index + match[0].length))
    const isDay = isAlone && (isCued || isDenying) && !versionBefore.test(before)
    if (match[0] === '24/7') return []
    return isDay || (isDotted && !versionBefore.test(before) && (isDotRegion(context) || germanWords.test(text)))
      ? numeric(match, Number(match[1]), Number(match[3]), '', match[2] ?? '', context)
      : []
  })
}

/** A short text may be of a known region and yet in German. */
const germanWords = /(?<![\p{L}])(?:ich|nicht|das|der|ist|und|sondern|statt)(?![\p{L}])/iu

const isDotRegion = ({ region }: FactContext): boolean => /^(?:DE|AT|CH|LI|LU|CZ|PL|SK|FI|NO|DK|RU|TR)$/.test(region)

/** Day and month as the region orders them; where either order may be meant, the words as written. */
function numeric(
  match: RegExpExecArray,
  first: number,
  second: number,
  written: string,
  separator: string,
  context: FactContext,
): Found[] {
  const isMonthFirst = monthFirst.has(context.region) && separator !== '.'
  const [day, month] = isMonthFirst ? [second, first] : [first, second]
  const swapped = dayIn(written, day, month, context.writtenAt)
  const value = dayIn(written, month, day, context.writtenAt)
  if (
    value !== undefined &&
    separator !== '.' &&
    eitherOrder.has(context.region) &&
    swapped !== undefined &&
    day !== month
  )
    return at(match, asWritten(match))
  const found = value ?? swapped
  return found === undefined ? [] : at(match, found)
}

/** `6/8/2026` for 6/8/26 and 06/08/2026: either order, so no day. */
function asWritten(match: RegExpExecArray): string {
  const [, first = '', , second = '', year = ''] = match
  return [Number(first), Number(second), ...(year === '' ? [] : [year.length === 2 ? `20${year}` : year])].join('/')
}

const days: Record<string, number> = {
  ...{ yesterday: -1, gestern: -1, hier: -1, ayer: -1, ieri: -1, gisteren: -1, ontem: -1 },
  ...{ 'the day before yesterday': -2, vorgestern: -2, 'avant-hier': -2, anteayer: -2 },
}
const relative = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(days)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}'’-])`,
  'giu',
)
const lastWeekday =
  /(?<![\p{L}\p{N}])(?:last|letzten|vergangenen|vorigen) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)|(?<![\p{L}\p{N}])(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) dernier|(?<![\p{L}\p{N}])el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) pasado/giu

/** German has "hier" for "here". */
const isFrench = (text: string, language = languageOf(text)): boolean =>
  language?.startsWith('fr') ??
  /(?<![\p{L}])(?:commandé|reçu|livré|j['’]ai|appelé|acheté|depuis)(?![\p{L}])/iu.test(text)

/** "Yesterday" is safe; "last Tuesday" is of this week to some and of the week before to others, so it stays as written. */
function relativeDays(text: string, { writtenAt, language }: FactContext): Found[] {
  const safe = [...text.matchAll(relative)].flatMap(match => {
    const word = match[0].toLowerCase()
    const offset = word === 'hier' && !isFrench(text, language) ? undefined : days[word]
    return offset === undefined ? [] : at(match, dayAfter(writtenAt, offset))
  })
  return [...safe, ...[...text.matchAll(lastWeekday)].flatMap(match => at(match, undefined))]
}
