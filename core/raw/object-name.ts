import * as z from 'zod'

/**
 * The name of an object in the intake bucket says all that reading it needs: `payloads/` holds one delivery each,
 * `files/` holds files of many contacts, then the format, the source, and when it came.
 */
export type ObjectName =
  | { holds: 'payload'; format: string; source: string; receivedAt: string | undefined }
  | { holds: 'file'; format: string; source: string; importId: string }

const segment = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
const received = /^(\d{13})-[0-9a-f]{32}$/

/** `payloads/<format>/<source>/<day>/<epoch ms>-<32 hex>`; `receivedAt` is epoch milliseconds, `id` 32 hex digits. */
export function payloadName(format: string, source: string, receivedAt: number, id: string): string {
  const day = new Date(receivedAt).toISOString().slice(0, 10)
  return `payloads/${format}/${source}/${day}/${receivedAt}-${id}`
}

export const fileName = (format: string, source: string, importId: string): string =>
  `files/${format}/${source}/${importId}`

/** Undefined for a name that no door gives. A payload that SES or another service named carries no time of its own. */
export function parseObjectName(name: string): ObjectName | undefined {
  const [root, format = '', source = '', ...rest] = name.split('/')
  const last = rest.at(-1)
  if (!segment.safeParse(format).success || !segment.safeParse(source).success || !last) return undefined
  if (root === 'files') return { holds: 'file', format, source, importId: last }
  if (root !== 'payloads') return undefined
  const epoch = received.exec(last)?.[1]
  const receivedAt = epoch === undefined ? undefined : new Date(Number(epoch)).toISOString()
  return { holds: 'payload', format, source, receivedAt }
}
