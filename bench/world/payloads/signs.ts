import type { Matter } from '../matters/matter.ts'
import type { Draft } from './draft.ts'

/**
 * Signs of life beside a private message, which tell of no contact: X's direct_message_indicate_typing_events and
 * direct_message_mark_read_events (Account Activity data objects), Messenger's message_reads and message_deliveries.
 */
export function signOfLife(matter: Matter, at: number): Draft | undefined {
  const { last } = matter
  if (last?.via === 'x-direct') return xSign(matter, at)
  return last?.via === 'page-message' ? pageSign(matter, at) : undefined
}

const webhook = (format: 'x' | 'meta', at: number, payload: object): Draft => ({
  at,
  door: 'webhook',
  format,
  path: `/webhooks/${format}`,
  contentType: 'application/json',
  bytes: Buffer.from(JSON.stringify(payload)),
})

function xSign({ brand, person, random }: Matter, at: number): Draft {
  const parties = { sender_id: person.x?.id ?? '', target: { recipient_id: brand.x.id } }
  const users = Object.fromEntries(
    [
      { id: parties.sender_id, name: person.x?.name ?? '', screen_name: person.x?.handle ?? '' },
      { id: brand.x.id, name: brand.name, screen_name: brand.x.handle },
    ].map(user => [user.id, user]),
  )
  const sign = { created_timestamp: `${at}`, ...parties }
  const read = { ...sign, last_read_event_id: `${1_990_000_000_000_000_000n + BigInt(random.below(1_000_000_000))}` }
  const events = random.chance(0.5)
    ? { direct_message_indicate_typing_events: [sign] }
    : { direct_message_mark_read_events: [read] }
  return webhook('x', at, { for_user_id: brand.x.id, ...events, users })
}

function pageSign({ brand, person, random }: Matter, at: number): Draft {
  const { id } = brand.page
  const sides = { sender: { id: person.facebook?.ids[id] ?? '' }, recipient: { id }, timestamp: at }
  const sign = random.chance(0.5) ? { read: { watermark: at - 900 } } : { delivery: { watermark: at - 900 } }
  return webhook('meta', at, { object: 'page', entry: [{ id, time: at, messaging: [{ ...sides, ...sign }] }] })
}
