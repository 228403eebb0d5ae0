import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Identifier } from '../../core/contact/identifier.ts'
import { endWith } from '../../local/end-with.ts'
import { readSettings } from '../../local/settings.ts'
import { type Stack, startStack } from '../../local/stack.ts'
import { settingsOf, type WorldOptions } from '../world/options.ts'
import { people } from '../world/people/people.ts'
import { world } from '../world/world.ts'
import { apiOf } from './api.ts'
import { doorsOf } from './doors.ts'
import { tellMarketing } from './marketing.ts'
import { configurePeople, signInLines } from './people.ts'
import { replayMonth } from './replay-month.ts'
import { countSetAside, liveliest, timelineLines } from './show-timeline.ts'
import { configureSources } from './sources.ts'

const help = `npm run demo -- [--contacts <n>] [--seed <n>] [--exit]

Starts the whole stack on a throw-away directory and replays a generated company's month of calls, mentions and mail
through its real doors, with what marketing and sales bring in besides; topics are found. Then it stays, to be looked
at, until Ctrl-C.

options    --contacts <n>  how many contacts the month has (3200)
           --seed <n>      another company (1)
           --exit          end when the month is replayed
           --help          this text
`

const days = 30

/** The month ends today, so that what nobody answered has waited for days, not for ever. */
const monthUntil = (now: Date): string =>
  `${new Date(now.getTime() - days * 24 * 3_600_000).toISOString().slice(0, 10)}T00:00:00Z`

async function demo(contacts: number, seed: number, exit: boolean): Promise<void> {
  const options = { contacts, seed, days, start: monthUntil(new Date()), mailbox: 'support@localhost' as const }
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-demo-'))
  const stack = await startStack({ ...readSettings(process.env), dataDir })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(stack))
  try {
    await replay(stack, options)
  } catch (error) {
    await end(stack, error)
  }
  if (exit) await end(stack)
}

async function replay(stack: Stack, options: WorldOptions): Promise<void> {
  const settings = settingsOf(options)
  const [operator, agent] = [await apiOf(stack, 'operator'), await apiOf(stack, 'agent')]
  await configurePeople(stack, operator)
  await configureSources(operator, settings)
  const doors = doorsOf(stack, operator)
  const { payloads, contacts: told, seconds } = await replayMonth(stack, doors, world(options), settings.contacts)
  doors.close()
  await tellMarketing(operator, knownAddresses(options), new Date())
  await stack.runNow('learn-topics')
  console.log(
    `\n${told.size} contacts of ${settings.people} people in ${payloads} payloads, ${seconds.toFixed(0)} s from the first delivery until all were recorded.`,
  )
  console.log(
    `Set aside with a reason: ${await countSetAside(operator)} (some payloads are broken on purpose; GET /v1/set-aside lists them).\n`,
  )
  const shown = await liveliest(agent, knownAddresses(options))
  if (shown)
    console.log(
      [
        `The timeline of ${stack.url}/v1/customers/${shown.customer.id}`,
        ...timelineLines(shown.customer, shown.entries),
        '',
      ].join('\n'),
    )
  console.log(whereToLook(stack))
}

/** Addresses of the first people of the world: among forty, somebody has come on every channel. */
const knownAddresses = (options: WorldOptions): Identifier[] =>
  [...people(options)]
    .slice(0, 40)
    .flatMap(({ addresses }) => addresses.map(({ address: value }): Identifier => ({ type: 'email', value })))

async function end(stack: Stack, error?: unknown): Promise<void> {
  if (error !== undefined) endWith(error)
  await stack.stop()
  rmSync(stack.dataDir, { recursive: true, force: true })
  process.exit()
}

const whereToLook = (stack: Stack): string =>
  [
    `API ${stack.url} (${stack.url}/openapi.json), mail smtp://127.0.0.1:${stack.smtpPort} for support@localhost, logs ${stack.dataDir}/logs`,
    'Sign in, with a token that this prints, as one of those who work here (GET /v1/agents lists all):',
    ...signInLines(stack),
    'Ctrl-C ends the demo and deletes its directory.',
  ].join('\n')

try {
  const { values } = parseArgs({
    options: {
      contacts: { type: 'string', default: '3200' },
      seed: { type: 'string', default: '1' },
      exit: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(help)
  else await demo(Number(values.contacts), Number(values.seed), values.exit)
} catch (error) {
  endWith(error)
}
