import { setTimeout } from 'node:timers/promises'
import { localTokens } from './import/local-token.ts'
import { runImport } from './import/run-import.ts'

process.exitCode = await runImport(process.argv.slice(2), {
  env: process.env,
  print: line => console.log(line),
  screen: process.stderr,
  pause: ms => setTimeout(ms),
  localToken: localTokens(Date.now),
})
