import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Suite, SuiteResult } from './suite.ts'
import { brief } from './suites/brief.ts'
import { matters } from './suites/matters.ts'
import { repeats } from './suites/repeats.ts'
import { sentiment } from './suites/sentiment.ts'
import { topics } from './suites/topics.ts'

const suites: readonly Suite[] = [brief, matters, topics, sentiment, repeats]
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const help = `npm run eval -- <suite> [--seed N] [--json] [--explain]

Measures how right the project is, not how fast, on generated truth and, where a corpus lies, on marked real threads.
  --seed N    the world that is generated (1); 1 to 5 are for development, 100 and up are held out
  --json      one JSON object: {"suite","n","metrics":{name:number}}
  --explain   says below the figures what went wrong, in generated texts only

THROUGHLINE_CORPUS names the folder of real files (../shared/data).

Suites:
${suites.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const suite = suites.find(({ name }) => name === positionals[0])
  const seed = Number(values.seed)
  if (suite === undefined || positionals.length !== 1) {
    refuse(`There is no suite named ${positionals.join(' ') || 'nothing'}.`)
  } else if (!Number.isSafeInteger(seed) || seed < 0) {
    refuse(`A seed is a whole number from 0 on, not ${values.seed}.`)
  } else {
    const corpus = process.env.THROUGHLINE_CORPUS ?? resolve(root, '../shared/data')
    const result = await suite.run({ seed, corpus, explain: values.explain })
    console.log(values.json ? asJson(result) : asTable(result, seed))
  }
}

function refuse(why: string): void {
  console.error(`${why}\n\n${help}`)
  process.exitCode = 2
}

const asJson = ({ suite, n, metrics }: SuiteResult): string => JSON.stringify({ suite, n, metrics })

const asTable = ({ suite, n, metrics, remarks }: SuiteResult, seed: number): string =>
  [
    `${suite}, seed ${seed}, ${n} cases`,
    ...Object.entries(metrics).map(
      ([name, value]) => `  ${name.padEnd(24)} ${Number.isInteger(value) ? value : value.toFixed(4)}`,
    ),
    ...remarks,
  ].join('\n')

if (values.help) console.log(help)
else await main()
