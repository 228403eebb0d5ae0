import { parseArgs } from 'node:util'
import { countries, type WorldOptions } from './options.ts'

export const help = `npm run world -- --contacts <n> [--seed <n>] [--days <n>] [what to do]

Invents a company's customers and what they write, say and post, as payloads in the providers' own formats.

  --contacts <n>      how many contacts, 1 to 5,000,000
  --seed <n>          another number, another world (1)
  --days <n>          how long it lasts (30)
  --start <time>      when it begins (2026-03-02T00:00:00Z)
  --people <n>        how many customers (one for eight contacts)
  --countries <list>  some of ${countries.join(',')}
  --mailbox <address> where mail goes (support@localhost); "brands" for each brand's own
  --duplicates <p> --late <p> --broken <p>
                      share of payloads that come twice (0.02), late (0.01), unreadable (0.005)

What to do:
  --stats             count what is in it (this, when nothing is said)
  --json              one JSON object a payload, a line each, bytes in base64; with --stats only the figures
  --out <folder>      write mail/*.eml, files/*.csv, webhooks.jsonl, truth.jsonl and people.jsonl
  --help              this text
`

export type Command = { options: WorldOptions; stats: boolean; json: boolean; out?: string }

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

const numeric = ['contacts', 'seed', 'days', 'people', 'duplicates', 'late', 'broken'] as const

const known = {
  ...{ contacts: text, seed: text, days: text, people: text, duplicates: text, late: text, broken: text },
  ...{ start: text, countries: text, mailbox: text, out: text, stats: flag, json: flag, help: flag },
}

/** What was asked for on the command line; `help` when that is all. Throws for a word it does not know. */
export function readCommand(args: string[]): Command | 'help' {
  const { values } = parseArgs({ args, options: known })
  if (values.help) return 'help'
  if (values.contacts === undefined) throw new Error('Say how many contacts: --contacts 3000')
  const numbers = numeric.flatMap(name => (values[name] === undefined ? [] : [[name, Number(values[name])] as const]))
  const { start, mailbox, out } = values
  const options = {
    contacts: Number(values.contacts),
    ...Object.fromEntries(numbers),
    ...(start !== undefined && { start }),
    ...(mailbox !== undefined && { mailbox }),
    ...(values.countries !== undefined && { countries: countriesOf(values.countries) }),
  }
  return { options, stats: values.stats, json: values.json, ...(out !== undefined && { out }) }
}

const countriesOf = (list: string) =>
  list.split(',').map(name => {
    const country = countries.find(one => one === name.trim().toUpperCase())
    if (country === undefined) throw new Error(`There is nobody from ${name}: use some of ${countries.join(',')}`)
    return country
  })
