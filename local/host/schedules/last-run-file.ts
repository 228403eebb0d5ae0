import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'

const stateSchema = z.object({ expression: z.string(), lastRun: z.iso.datetime() })

/**
 * When a schedule last ran, over restarts. A file that is missing, damaged or of another expression counts as none: the
 * schedule is new then, and nothing was missed.
 */
export class LastRunFile {
  #path: string
  #expression: string

  constructor(path: string, expression: string) {
    this.#path = path
    this.#expression = expression
    mkdirSync(dirname(path), { recursive: true })
  }

  /** Epoch milliseconds. */
  read(): number | undefined {
    if (!existsSync(this.#path)) return undefined
    const state = stateSchema.safeParse(parseJson(readFileSync(this.#path, 'utf8')))
    return state.success && state.data.expression === this.#expression ? Date.parse(state.data.lastRun) : undefined
  }

  write(lastRun: number): void {
    const state = { expression: this.#expression, lastRun: new Date(lastRun).toISOString() }
    writeFileSync(`${this.#path}.new`, JSON.stringify(state))
    renameSync(`${this.#path}.new`, this.#path)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
