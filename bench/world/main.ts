import { type Command, help, readCommand } from './command.ts'
import { statsText, Tally } from './stats.ts'
import { world } from './world.ts'
import { jsonLine, writeLine, writeOut } from './write-out.ts'

try {
  const command = readCommand(process.argv.slice(2))
  if (command === 'help') console.log(help)
  else await run(command)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error('\nnpm run world -- --help says what is possible.')
  process.exitCode = 2
}

async function run({ options, stats, json, out }: Command): Promise<void> {
  if (out !== undefined) console.error(`${await writeOut(options, out)} payloads written to ${out}`)
  else if (json && !stats) for (const event of world(options)) await writeLine(process.stdout, jsonLine(event))
  if (stats || (!json && out === undefined)) printStats(options, json)
}

function printStats(options: Command['options'], json: boolean): void {
  const tally = new Tally(options)
  for (const event of world(options)) tally.add(event)
  console.log(json ? JSON.stringify(tally.result()) : statsText(tally.result()))
}
