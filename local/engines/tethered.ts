import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs "$@" and stops it when standard input ends. The pipe to it ends with our process, however that dies, so a
 * kill -9 leaves no engine behind that would hold the port and the database file against the next start.
 */
const tether = `
exec 3<&0
"$@" 3<&- </dev/null & child=$!
( cat <&3 >/dev/null; kill -TERM $child 2>/dev/null ) & watch=$!
wait $child; code=$?
kill $watch 2>/dev/null
exit $code`

export type Tethered = {
  /** Resolves with what the process wrote last when it ends, by itself or not. */
  ended: Promise<string>
  /** The text written so far, its last 4 KB. */
  output: () => string
  /** Ends it gently and waits; safe to call twice. */
  stop: () => Promise<void>
}

/**
 * Starts a program that dies with us. It gets a session of its own, so that Ctrl-C reaches only us and functions in
 * flight still find their engine.
 */
export function startTethered(command: string, args: string[], cwd?: string): Tethered {
  const [program, ...rest] =
    process.platform === 'win32' ? [command, ...args] : ['/bin/sh', '-c', tether, 'tether', command, ...args]
  const child = spawn(program ?? command, rest, { detached: true, stdio: 'pipe', ...(cwd && { cwd }) })
  const output = lastOutput(child)
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', () => resolve(output()))
  })
  child.stdin.on('error', () => child.kill())
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    if (process.platform === 'win32') child.kill()
    child.stdin.end()
    await once(child, 'exit')
  }
  return { ended, output, stop }
}

function lastOutput(child: ChildProcess): () => string {
  let text = ''
  const add = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4096)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => text.trim()
}
