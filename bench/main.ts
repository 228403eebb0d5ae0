import { parseArgs } from 'node:util'
import { type Figure, type Measure, reached } from './measure.ts'
import { agentScreens } from './measures/agent-screens.ts'
import { briefCpu } from './measures/brief-cpu.ts'
import { briefReady } from './measures/brief-ready.ts'
import { bundles } from './measures/bundles.ts'
import { consoleMeasure } from './measures/console.ts'
import { conversationCost } from './measures/conversation-cost.ts'
import { insightsScreens } from './measures/insights-screens.ts'
import { intakeRate } from './measures/intake-rate.ts'
import { live } from './measures/live.ts'
import { pageReads } from './measures/page-reads.ts'
import { recordCpu } from './measures/record-cpu.ts'
import { replies } from './measures/replies.ts'
import { reportLag } from './measures/report-lag.ts'
import { reportProjection } from './measures/report-projection.ts'
import { reportProof } from './measures/report-proof.ts'
import { reportReads } from './measures/report-reads.ts'
import { routingCpu } from './measures/routing-cpu.ts'
import { searchMeasure } from './measures/search.ts'
import { sqlMeasure } from './measures/sql.ts'
import { startTime } from './measures/start-time.ts'
import { writeCapacity } from './measures/write-capacity.ts'

const measures: Measure[] = [
  recordCpu,
  writeCapacity,
  pageReads,
  briefCpu,
  routingCpu,
  bundles,
  startTime,
  searchMeasure,
  intakeRate,
  live,
  conversationCost,
  agentScreens,
  briefReady,
  replies,
  consoleMeasure,
  reportProjection,
  sqlMeasure,
  reportProof,
  reportReads,
  reportLag,
  insightsScreens,
]

const help = `npm run bench -- [--json] [name …]

Measures speed and cost on this machine and prints each figure beside what it should reach.
  --json    one JSON object a figure, a line each

Names (all, when none is given):
${measures.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`).join('\n')}
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})

async function main(names: string[], json: boolean): Promise<void> {
  const unknown = names.filter(name => !measures.some(measure => measure.name === name))
  if (unknown.length > 0) {
    console.error(`There is no measure named ${unknown.join(', ')}.\n\n${help}`)
    process.exitCode = 2
    return
  }
  for (const measure of measures.filter(({ name }) => names.length === 0 || names.includes(name))) {
    process.stderr.write(`${measure.name}: ${measure.about} …\n`)
    for (const figure of await measure.run()) console.log(json ? jsonLine(measure, figure) : tableRow(figure))
  }
}

const jsonLine = ({ name }: Measure, figure: Figure): string =>
  JSON.stringify({ measure: name, ...figure, reached: reached(figure) })

function tableRow(figure: Figure): string {
  const { reach } = figure
  const wanted = reach === undefined ? '' : 'most' in reach ? `≤ ${reach.most}` : `≥ ${reach.least}`
  const verdict = reached(figure)
  const mark = verdict === undefined ? '' : verdict ? 'reached' : 'MISSED'
  return [
    figure.name.padEnd(64),
    rounded(figure.value).padStart(10),
    figure.unit.padEnd(10),
    wanted.padEnd(9),
    mark,
  ].join(' ')
}

const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString()

if (values.help) console.log(help)
else await main(positionals, values.json)
