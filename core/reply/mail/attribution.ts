import type { Party } from '../../contact/contact.ts'
import { oneLine } from './one-line.ts'

/** The line above quoted words, as mail programs write it in the language; whoever reads mails knows them by it. */
const lines: Record<string, (when: string, who: string) => string> = {
  en: (when, who) => `On ${when}, ${who} wrote:`,
  de: (when, who) => `Am ${when} schrieb ${who}:`,
  fr: (when, who) => `Le ${when}, ${who} a écrit :`,
  es: (when, who) => `El ${when}, ${who} escribió:`,
  it: (when, who) => `Il ${when}, ${who} ha scritto:`,
  pt: (when, who) => `Em ${when}, ${who} escreveu:`,
  nl: (when, who) => `Op ${when} schreef ${who}:`,
  pl: (when, who) => `W dniu ${when} ${who} napisał(a):`,
  cs: (when, who) => `Dne ${when} ${who} napsal(a):`,
  sv: (when, who) => `Den ${when} skrev ${who}:`,
  da: (when, who) => `Den ${when} skrev ${who}:`,
  nb: (when, who) => `Den ${when} skrev ${who}:`,
  fi: (when, who) => `${when} ${who} kirjoitti:`,
  tr: (when, who) => `${who}, ${when} tarihinde şunu yazdı:`,
  ru: (when, who) => `${when}, ${who} пишет:`,
  ja: (when, who) => `${when} ${who}のメール:`,
  zh: (when, who) => `${who} 于 ${when} 写道：`,
  ko: (when, who) => `${when}, ${who}님이 작성:`,
}

/** English with the day before the month, as most of the world writes it. */
const locales: Record<string, string> = { en: 'en-GB' }

type Written = { occurredAt: string; from: Party }

/**
 * `On 1 May 2026 at 10:00, Alice <alice@example.com> wrote:` in the language (BCP 47; English for one that has no such
 * line here) and with the clock of the zone (IANA).
 */
export function attribution({ occurredAt, from }: Written, language: string | undefined, timeZone: string): string {
  const base = (language ?? 'en').split('-')[0]?.toLowerCase() ?? 'en'
  const known = base in lines ? base : 'en'
  const line = lines[known] ?? ((when: string, who: string) => `${when}, ${who}:`)
  return line(whenOf(occurredAt, locales[known] ?? known, timeZone), whoOf(from))
}

function whenOf(instant: string, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return oneLine(format.format(new Date(instant)), 100)
}

/** The angle brackets of a name would be read as those of an address. */
function whoOf({ identifier, name }: Party): string {
  const shown = oneLine(name ?? '', 100).replace(/[<>]/g, '')
  return shown === '' ? identifier.value : `${shown} <${identifier.value}>`
}
