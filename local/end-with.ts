import { StartError } from './start-error.ts'

/** Ends a command: what people can mend as one message, everything else with where it happened. */
export function endWith(error: unknown): void {
  process.exitCode = 1
  if (error instanceof StartError || isUsageError(error)) console.error(error.message)
  else console.error(error)
}

/** `parseArgs` refuses unknown options with a message that says which. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS')
