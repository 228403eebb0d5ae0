import { instantOfRfc2822, instantOfRfc3339 } from '../../payload/instant.ts'

/** The parameters of a Twilio request: a form body, or the query string of a GET. A key given twice keeps its first. */
export type TwilioForm = ReadonlyMap<string, string>

const maxFormBytes = 64 * 1024

/** Undefined for what is larger than any request of Twilio's; bytes that are no form give a form without known keys. */
export function readForm(bytes: Uint8Array): TwilioForm | undefined {
  if (bytes.length > maxFormBytes) return undefined
  const form = new Map<string, string>()
  const query = new TextDecoder().decode(bytes).trim().replace(/^\?/, '')
  for (const [key, value] of new URLSearchParams(query)) if (!form.has(key)) form.set(key, value)
  return form
}

/** The parameter's value, or undefined when it is absent or empty. */
export const field = (form: TwilioForm, name: string): string | undefined => form.get(name)?.trim() || undefined

/** A whole number of seconds, 0 where there is none; nobody talks for more than a month. */
export function secondsField(form: TwilioForm, name: string): number {
  const text = field(form, name) ?? ''
  const seconds = /^\d{1,7}$/.test(text) ? Number(text) : 0
  return seconds < 31 * 86_400 ? seconds : 0
}

/** Twilio writes RFC 2822; services that speak its protocol write RFC 3339. */
export const instantField = (form: TwilioForm, name: string): string | undefined =>
  instantOfRfc2822(form.get(name) ?? '') ?? instantOfRfc3339(form.get(name) ?? '')
