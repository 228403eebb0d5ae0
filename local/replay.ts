import { parseArgs } from 'node:util'
import { replaySchema, setAsideListSchema } from '../core/api/set-aside.ts'
import { endWith } from './end-with.ts'
import { localTokens } from './import/local-token.ts'
import { startProgress } from './import/progress.ts'
import { StartError } from './start-error.ts'

const help = `npm run replay -- set-aside [--stage <stage>] [--url <address>] [--token <token>]

Tries again everything that was set aside: after a parser was mended, or a fault is over. What is understood now lands
on its timeline and leaves the list; the rest stays, with its reason. Replaying twice does no harm.

options    --stage <stage>    only what failed at parse, record, split or audit
           --url <address>    of the API; http://127.0.0.1:$PORT, with port 4000 when PORT is not set
           --token <token>    of an operator; THROUGHLINE_TOKEN or, on this machine, one made on the spot
           --help             this text
`

type Options = { stage: string | undefined; url: string; token: () => Promise<string> }

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      stage: { type: 'string' },
      url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? 4000}` },
      token: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(help)
  else if (positionals.join() !== 'set-aside') throw new StartError(`Say what to replay: set-aside.\n\n${help}`)
  else
    await replayAll({
      stage: values.stage,
      url: values.url,
      token: tokens(values.token ?? process.env.THROUGHLINE_TOKEN),
    })
} catch (error) {
  endWith(error)
}

function tokens(token: string | undefined): () => Promise<string> {
  return token === undefined ? localTokens(Date.now) : async () => token
}

/** Ids are read to the end first, because what is replayed leaves the list. */
async function replayAll(options: Options): Promise<void> {
  const ids = await listIds(options)
  const progress = startProgress('replaying', 'items', process.stderr)
  for (const [done, id] of ids.entries()) {
    replaySchema.parse(await call(options, 'POST', `/v1/set-aside/${id}/replay`))
    progress.update(done + 1, ids.length)
  }
  progress.stop()
  console.log(
    `${ids.length} items were sent to their queues again; GET /v1/set-aside shows what is still not understood.`,
  )
}

async function listIds(options: Options): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor !== undefined && { cursor }) })
    const page = setAsideListSchema.parse(await call(options, 'GET', `/v1/set-aside?${query}`))
    ids.push(
      ...page.items.filter(({ stage }) => options.stage === undefined || stage === options.stage).map(({ id }) => id),
    )
    cursor = page.cursor
  } while (cursor !== undefined)
  return ids
}

async function call({ url, token }: Options, method: string, path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${await token()}` }
  const response = await fetch(`${url}${path}`, { method, headers }).catch(() => {
    throw new StartError(`Nothing answers at ${url}: start the stack with npm start, or name its address with --url.`)
  })
  const body: unknown = await response.json()
  if (!response.ok) throw new StartError(`The API answered ${response.status}: ${JSON.stringify(body)}`)
  return body
}
