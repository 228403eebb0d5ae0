import type { Contact } from '../contact/contact.ts'
import type { Macro, MacroVariant } from './macro.ts'

export type Wanted = { language?: string | undefined; channel: Contact['channel'] }

/**
 * The variant for a language and a channel: of the very language (`pt-BR`), else of its base (`pt`, then any `pt-…`),
 * else of the first variant's language, else the first there is; among those of one rank the one that was written for
 * the channel. One for another channel is never taken: undefined where there is nothing else.
 */
export function chooseVariant({ variants }: Pick<Macro, 'variants'>, wanted: Wanted): MacroVariant | undefined {
  const usable = variants.filter(({ channel }) => channel === undefined || channel === wanted.channel)
  const standard = variants[0]?.language
  const ranked = usable.map(variant => ({ variant, rank: rankOf(variant, wanted, standard) }))
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.variant
}

/** The least is the best; sorting keeps the order of equals. */
function rankOf(
  { language, channel }: MacroVariant,
  { language: wanted }: Wanted,
  standard: string | undefined,
): number {
  const forAll = channel === undefined ? 0.5 : 0
  if (wanted !== undefined) {
    if (same(language, wanted)) return forAll
    if (same(language, base(wanted))) return 1 + forAll
    if (same(base(language), base(wanted))) return 2 + forAll
  }
  return (language === standard ? 3 : 4) + forAll
}

const base = (language: string): string => language.split('-')[0] ?? language
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
