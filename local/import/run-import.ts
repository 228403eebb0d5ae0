import { ApiError, importApi, type Pause } from './api-client.ts'
import { awaitRecorded } from './await-recorded.ts'
import { listFiles } from './list-files.ts'
import { help, type ImportOptions, readOptions } from './options.ts'
import { type Progress, type Screen, startProgress } from './progress.ts'
import { report, summary } from './report.ts'
import { uploadFiles } from './upload-files.ts'
import { UsageError } from './usage-error.ts'

export type Terminal = {
  env: Record<string, string | undefined>
  print: (line: string) => void
  screen: Screen
  pause: Pause
  /** A token of an operator of the stack on this machine. */
  localToken: () => Promise<string>
}

/** Carries the command out and gives its exit code: see `help`. */
export async function runImport(argv: string[], terminal: Terminal): Promise<number> {
  try {
    const options = readOptions(argv, terminal.env)
    if (options !== 'help') return await importAll(options, terminal)
    terminal.print(help)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ApiError)) throw error
    terminal.print(error.message)
    if (error instanceof UsageError) terminal.print('npm run import -- --help shows how it is used')
    return error instanceof UsageError ? 2 : 3
  }
}

async function importAll(options: ImportOptions, { print, screen, pause, localToken }: Terminal): Promise<number> {
  const { token } = options
  const api = importApi(options.url.replace(/\/$/, ''), token === undefined ? localToken : async () => token, pause)
  const files = listFiles(options.paths)
  const uploads = await during(startProgress('uploaded', 'bytes', screen), shown =>
    uploadFiles(api, files, options, shown),
  )
  const recorded = await during(startProgress('recorded', 'rows', screen), shown =>
    awaitRecorded(api, uploads, shown, pause),
  )
  await report(api, recorded, print)
  const { counts, failed } = summary(recorded)
  return counts.setAside + failed.length > 0 ? 1 : 0
}

async function during<Result>(progress: Progress, work: (progress: Progress) => Promise<Result>): Promise<Result> {
  try {
    return await work(progress)
  } finally {
    progress.stop()
  }
}
