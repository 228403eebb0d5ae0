import { SESv2Client } from '@aws-sdk/client-sesv2'

/** A worker holds a reply for longer than both together. */
const patience = { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true }

/**
 * Asks once: what the SDK would try again by itself may have been taken, and nobody would know. Every request has a
 * connection of its own: one that was kept while a function slept breaks, and nobody could tell whether SES had heard.
 */
export const sesClient = (more: { endpoint?: string; region?: string; requestTimeout?: number } = {}): SESv2Client => {
  const { requestTimeout = patience.requestTimeout, ...where } = more
  const agents = { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } }
  return new SESv2Client({ ...where, maxAttempts: 1, requestHandler: { ...patience, requestTimeout, ...agents } })
}
