import type { SourceSettings } from '../../client/api.ts'

/** What one can connect, with the id and the path of its door. A system of one's own may have any id. */
export const connections = [
  { kind: 'mail', source: 'support', path: undefined },
  { kind: 'phone', source: 'twilio', path: '/webhooks/twilio/voice' },
  { kind: 'meta', source: 'meta', path: '/webhooks/meta' },
  { kind: 'x', source: 'x', path: '/webhooks/x' },
  { kind: 'contacts', source: 'local', path: '/webhooks/contacts/local' },
] as const satisfies readonly { kind: SourceSettings['kind']; source: string; path: string | undefined }[]
export type Connection = (typeof connections)[number]

export const connectionOf = (kind: string | undefined): Connection | undefined =>
  connections.find(connection => connection.kind === kind)
