import { createHash } from 'node:crypto'
import type { Reply } from '../../core/reply/reply.ts'
import { replySchema } from '../../core/reply/reply.ts'

/** A reply that is being sent, on a route; `text` gives it its id. */
export function replyOn(
  route: Partial<Reply['route']> & Pick<Reply['route'], 'network' | 'form'>,
  text: string,
): Reply {
  const now = new Date().toISOString()
  return replySchema.parse({
    ...{ v: 1, id: createHash('sha256').update(text).digest('hex').slice(0, 32), version: 2, purpose: 'reply' },
    ...{ conversation: 'c1', anchor: 'x:2001', brand: 'shop', department: 'social', by: 'carol', actor: 'Carol' },
    route: { source: 'social', account: 'x:100', to: [person('x', '2001')], cc: [], references: [], ...route },
    content: { text, attachments: [] },
    ...{ createdAt: now, sendAt: now, nextAt: now, status: 'sending', tries: 1 },
  })
}

export const person = (type: Reply['route']['to'][number]['identifier']['type'], value: string) => ({
  identifier: { type, value },
})

/** The reply as one of purpose `purpose`, with other content. */
export const withFile = (reply: Reply, mediaType = 'image/png', text = reply.content.text): Reply => ({
  ...reply,
  content: { text, attachments: [{ name: 'picture.png', mediaType, bytes: 8, object: 'files/picture' }] },
})

/** The one file that replies here come with. */
export const files = {
  read: async (object: string) =>
    object === 'files/picture' ? { bytes: new Uint8Array(8), storedAt: '2026-03-02T12:00:00.000Z' } : undefined,
}
