import type { Statement } from '../../template/policies.ts'

/** What a function's thread is told at its start. */
export type ThreadSettings = {
  /** The bundle's file, as a file: URL. */
  module: string
  exportName: string
  functionName: string
  functionArn: string
  memoryMb: number
  /** What its role allows. */
  statements: Statement[]
  /** The address of the table's engine. */
  table: string
}

/** One event for the function; JSON, as Lambda hands it over, so that nothing gets through here that would not there. */
export type Invocation = { requestId: string; event: string; timeoutMs: number }

/** Of an error only its kind and the code line that threw it leave the thread: its message may quote the event. */
export type ThreadAnswer = { ok: true; result: string } | { ok: false; name: string; at: string }

/** `refused`: why the table's engine was not called. */
export type ThreadMessage = ThreadAnswer | { refused: string }
