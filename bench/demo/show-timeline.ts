import * as z from 'zod'
import { customerSchema, type ShownCustomer } from '../../core/api/customer.ts'
import { setAsideListSchema } from '../../core/api/set-aside.ts'
import { type TimelineEntry, timelineSchema } from '../../core/api/timeline.ts'
import { type Identifier, identifierName } from '../../core/contact/identifier.ts'
import type { Api } from './api.ts'

const customersSchema = z.object({ items: z.array(customerSchema) })
const wide = 72

/** The customer, of those given, whose newest entries came over the most channels. */
export async function liveliest(
  agent: Api,
  identifiers: Identifier[],
): Promise<{ customer: ShownCustomer; entries: TimelineEntry[] } | undefined> {
  let best: { customer: ShownCustomer; entries: TimelineEntry[]; rank: number } | undefined
  for (const identifier of identifiers) {
    const { items } = await agent.read(
      `/v1/customers?identifier=${encodeURIComponent(identifierName(identifier))}`,
      customersSchema,
    )
    const [customer] = items
    if (customer === undefined) continue
    const { items: entries } = await agent.read(`/v1/customers/${customer.id}/timeline?limit=25`, timelineSchema)
    const rank =
      100 * new Set(entries.map(entry => (entry.type === 'contact' ? entry.channel : ''))).size + entries.length
    if (best === undefined || rank > best.rank) best = { customer, entries, rank }
  }
  return best
}

/** A timeline as lines of text, newest first. `~` marks what only an unproven link leads to. */
export function timelineLines({ identifiers }: ShownCustomer, entries: TimelineEntry[]): string[] {
  const known = identifiers.map(({ display, asserted }) => `${display}${asserted ? ' ~' : ''}`)
  return [`known as ${known.join(', ')}   (~ only an unproven link leads there)`, '', ...entries.map(entryLine)]
}

function entryLine(entry: TimelineEntry): string {
  switch (entry.type) {
    case 'contact':
      return contactLine(entry)
    case 'note':
      return line(entry, '·', 'note', entry.text)
    case 'status':
      return line(entry, '·', 'status', [entry.change, entry.to, entry.reason].filter(Boolean).join(': '))
    default:
      return entry satisfies never
  }
}

function contactLine(contact: Extract<TimelineEntry, { type: 'contact' }>): string {
  const { kind, direction, subject, text, call } = contact
  const arrow = direction === 'inbound' ? '←' : '→'
  const said = call
    ? `${call.answered ? 'answered' : 'not answered'}, ${call.durationSeconds} s`
    : [subject, text].filter(Boolean).join(': ')
  return line(contact, arrow, kind, said)
}

function line({ sortAt, asserted }: TimelineEntry, sign: string, kind: string, said: string): string {
  const short = said.replace(/\s+/g, ' ')
  const cut = short.length > wide ? `${short.slice(0, wide - 1)}…` : short
  return `${sortAt.slice(0, 16).replace('T', ' ')} ${sign} ${kind.padEnd(8)} ${asserted ? '~' : ' '} ${cut}`
}

/** How many payloads were set aside, up to a hundred. */
export const countSetAside = async (operator: Api): Promise<number> =>
  (await operator.read('/v1/set-aside?limit=100', setAsideListSchema)).items.length
