import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import * as z from 'zod'
import { startedImportSchema } from '../../core/api/import.ts'
import { signMeta } from '../../core/signature/meta.ts'
import { signThroughline } from '../../core/signature/throughline.ts'
import { signTwilio } from '../../core/signature/twilio.ts'
import { signX } from '../../core/signature/x.ts'
import { type SourceSecrets, sourceSecretsSchema } from '../../core/webhook/source-secrets.ts'
import type { Stack } from '../../local/stack.ts'
import type { WorldEvent } from '../world/event.ts'
import type { Api } from './api.ts'

/** How many senders there are, as many as providers open connections. */
export const connections = 16

/** The real doors of a stack. `deliver` resolves when the payload is acknowledged; `close` ends the connections. */
export type Doors = { deliver: (event: WorldEvent) => Promise<void>; close: () => void }

export function doorsOf(stack: Stack, operator: Api): Doors {
  const secrets = sourceSecretsSchema.parse(JSON.parse(readFileSync(join(stack.dataDir, 'secrets.json'), 'utf8')))
  const smtp = createTransport({
    host: '127.0.0.1',
    port: stack.smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
  })
  const deliver = async (event: WorldEvent): Promise<void> => {
    switch (event.door) {
      case 'smtp':
        await smtp.sendMail({ envelope: event.envelope ?? {}, raw: Buffer.from(event.bytes) })
        return
      case 'webhook':
        return postSigned(stack.url, event, secrets)
      case 'file':
        return dropFile(operator, event)
      default:
        return event.door satisfies never
    }
  }
  return { deliver: event => again(() => deliver(event)), close: () => smtp.close() }
}

const tries = 4
const pauseMs = 500

/** As providers do: what was not acknowledged, because a connection broke, is delivered again; it is recorded once. */
async function again(deliver: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await deliver()
    } catch (error) {
      if (tried === tries) throw error
      await pause(pauseMs * tried)
    }
  }
}

async function postSigned(url: string, event: WorldEvent, secrets: SourceSecrets): Promise<void> {
  const address = `${url}${event.path ?? ''}`
  const headers = { 'content-type': event.contentType, ...signature(address, event, secrets) }
  const response = await fetch(address, { method: 'POST', headers, body: Buffer.from(event.bytes) })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${event.path} was answered ${response.status}`)
}

function signature(url: string, { format, bytes }: WorldEvent, secrets: SourceSecrets): Record<string, string> {
  switch (format) {
    case 'twilio-voice':
      return { 'x-twilio-signature': signTwilio({ url, body: bytes }, secrets.twilio?.authToken ?? '') }
    case 'meta':
      return { 'x-hub-signature-256': signMeta(bytes, secrets.meta?.appSecret ?? '') }
    case 'x':
      return { 'x-twitter-webhooks-signature': signX(bytes, secrets.x?.consumerSecret ?? '') }
    case 'contacts':
      return { 'x-throughline-signature': signThroughline(bytes, secrets.contacts?.local ?? '', new Date()) }
    case 'mail':
    case 'asterisk-cdr':
      throw new Error(`${format} has no webhook`)
    default:
      return format satisfies never
  }
}

async function dropFile(operator: Api, { format, bytes }: WorldEvent): Promise<void> {
  const started = await operator.write('POST', '/v1/imports', { kind: format }, startedImportSchema)
  const { uploadUrl } = z.object({ uploadUrl: z.string() }).parse(started)
  const response = await fetch(uploadUrl, { method: 'PUT', body: Buffer.from(bytes) })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`the upload was answered ${response.status}`)
}
