import type { Callback } from '../conversation/conversation.ts'
import type { CallNumber } from './number.ts'

/** What is asked for; times are RFC 3339 UTC, ms. */
export type AskCallback = CallNumber & {
  at: string
  timeZone: string
  by: string
  setAt: string
  note?: string | undefined
}

/** A call to be made, with what a queue says of it: "call back +44 20 7946 0018 at 14:00", by the clock of the team. */
export function callbackOf({ number, shown, at, timeZone, by, setAt, note }: AskCallback): Callback {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const says = `call back ${shown} at ${time.format(Date.parse(at))}`
  return { at, number, says, by, setAt, ...(note !== undefined && { note }) }
}
