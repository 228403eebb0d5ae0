import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { roles, seesPersonalData } from '../core/api/role.ts'
import { composeQuery, views } from '../core/archive/views.ts'
import { endWith } from './end-with.ts'
import { readSettings } from './settings.ts'
import { copyArchive } from './sql/archive-copy.ts'
import { DuckSession, QueryRefused } from './sql/duck-session.ts'
import { asCsv, asJson, asTable } from './sql/print-table.ts'
import { objectsOnDisk } from './sql/stopped-stack.ts'
import { StartError } from './start-error.ts'

const help = `npm run sql -- "<query>" [--csv | --json] [--role <role>]

Asks the archive of this machine: one SELECT over the views below, in SQL that Athena understands too. Nothing can be
changed. The archive is at most a few minutes behind a running stack.

  --csv, --json    instead of a table, and all rows
  --role <role>    as that role sees it: ${roles.join(', ')} (marketing without personal data). Else: admin

Views:
${views.map(({ name, about }) => `  ${name.padEnd(24)} ${about}`).join('\n')}

Columns of one: npm run sql -- "SELECT * FROM contacts LIMIT 1"

Examples:
  npm run sql -- "SELECT channel, count(*) AS contacts FROM contacts GROUP BY channel ORDER BY contacts DESC"
  npm run sql -- "SELECT customer, contacts, channels FROM customers WHERE channels > 2 ORDER BY contacts DESC LIMIT 20"
  npm run sql -- "SELECT * FROM channel_switches ORDER BY contacts DESC" --csv
  npm run sql -- "SELECT day, sum(repeats) * 100.0 / sum(contacts) AS percent FROM repeats_by_day GROUP BY day ORDER BY day"
  npm run sql -- "SELECT happened_at, words FROM contacts WHERE words LIKE '%refund%' LIMIT 10" --role marketing

The data directory is THROUGHLINE_DATA (./.throughline).
`

const [shownRows, allRows] = [200, 1_000_000]

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      csv: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      role: { type: 'string', default: 'admin' },
      help: { type: 'boolean', default: false },
    },
  })
  console.log(values.help ? help : await ask(positionals, values))
} catch (error) {
  endWith(error instanceof QueryRefused ? new StartError(error.message) : error)
}

async function ask([sql, ...more]: string[], asked: { csv: boolean; json: boolean; role: string }): Promise<string> {
  if (sql === undefined || more.length > 0) throw new StartError(`Give one query, in quotes.\n\n${help}`)
  const role = roles.find(known => known === asked.role)
  if (role === undefined) throw new StartError(`There is no role ${asked.role}; there are ${roles.join(', ')}.`)
  const composed = composeQuery(sql, !seesPersonalData({ subject: role, groups: [role] }))
  if ('refusal' in composed) throw new StartError(composed.refusal)
  const { dataDir } = readSettings(process.env)
  const objects = objectsOnDisk(dataDir)
  const folder = join(dataDir, 'sql', 'command')
  const session = await DuckSession.open({ folder }, copyArchive(objects, folder))
  try {
    const answer = await session.ask(composed.sql, asked.csv || asked.json ? allRows : shownRows)
    if (asked.csv) return asCsv(answer)
    return asked.json ? asJson(answer) : asTable(answer)
  } finally {
    session.close()
    objects.close()
  }
}
