import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked } from '../../../core/reply/sender.ts'
import type { ProviderAnswer } from '../http/request.ts'
import { type Fit, fitInTime, isAfterTry, lookThrough, type Page, sinceFirstTry } from '../look.ts'
import { callsPath, type Line } from './line.ts'

const listedSchema = z.object({
  sid: z.string(),
  direction: z.string().catch(''),
  to: z.string().nullish().catch(undefined),
  date_created: z.string().nullish(),
})
type Listed = z.infer<typeof listedSchema> & { id: string }
const listSchema = z.object({ calls: z.array(listedSchema), next_page_uri: z.string().nullish() })

/** Beyond so many calls of our line within the time of one doubt, looking would outlast its time. */
const mostAsked = 20

/**
 * Among the calls between our number and the one who answers, since the first try. Such a call does not say whom it is for:
 * the call that it dialled does, its child. StartTime counts whole days.
 * https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
export function lookForCall(line: Line, reply: Reply): Promise<Looked> {
  const since = new Date(sinceFirstTry(reply)).toISOString().slice(0, 10)
  const query = { To: line.agent, From: line.caller, 'StartTime>': since, PageSize: '100' }
  let asked = 0
  return lookThrough(
    next => pageOf(line, next ?? `${callsPath(line)}?${new URLSearchParams(query)}`),
    async ({ sid, direction, date_created }) => {
      const fit = direction === 'outbound-api' ? fitInTime(reply, date_created) : 'other'
      if (fit === 'other') return 'other'
      asked += 1
      const whose = asked > mostAsked ? 'perhaps' : await fitByCustomer(line, sid)
      if (whose !== 'ours') return whose
      return isAfterTry(reply, date_created) ? 'perhaps' : fit
    },
  )
}

/** Until our line picks up nobody is dialled: then it may be for anybody, and so it may where Twilio does not say. */
async function fitByCustomer(line: Line, sid: string): Promise<Fit> {
  const dialled = await pageOf(line, `${callsPath(line)}?${new URLSearchParams({ ParentCallSid: sid })}`)
  if (dialled === undefined || dialled.items.length === 0) return 'perhaps'
  return dialled.items.some(({ to }) => to === line.customer) ? 'ours' : 'other'
}

async function pageOf({ call, base, headers }: Line, path: string): Promise<Page<Listed> | undefined> {
  return parsed(await call({ method: 'GET', url: base + path, headers }))
}

function parsed(answer: ProviderAnswer): Page<Listed> | undefined {
  if (answer.reached !== 'answered' || answer.status !== 200) return undefined
  const list = listSchema.safeParse(answer.body)
  if (!list.success) return undefined
  const { calls, next_page_uri: next } = list.data
  return { items: calls.map(call => ({ ...call, id: call.sid })), ...(next && { next }) }
}
