import type * as z from 'zod'
import type { Sent } from '../../../core/reply/sender.ts'
import type { ProviderAnswer } from './request.ts'

export const refused = (code: string, advice: string): Sent => ({ outcome: 'refused', code, advice })

export const unclear = (name: string): Sent => ({
  outcome: 'unclear',
  code: 'no-answer',
  advice: `${name} did not answer, so it may have been sent. Look there, then say here whether it is there.`,
})

export const unreached = (name: string): Sent => ({
  outcome: 'later',
  code: 'not-reached',
  advice: `${name} cannot be reached at the moment. It is tried again by itself.`,
})

export const rateLimited = (name: string, afterSeconds: number): Sent => ({
  outcome: 'later',
  code: 'rate-limit',
  advice: `${name} takes no more answers from us for the moment. It is sent by itself when it does.`,
  afterSeconds: Math.max(1, Math.ceil(afterSeconds)),
})

export const notConnected = (name: string, what: string): Sent =>
  refused(
    'not-connected',
    `Nobody can answer on ${name} yet: ${what} is missing. An operator sets it (runbook, “Tokens for answering”).`,
  )

export const tokenRefused = (name: string): Sent =>
  refused(
    'token-refused',
    `${name} no longer accepts our access. An operator renews it (runbook, “Tokens for answering”); then press “try again”, or choose another channel.`,
  )

/**
 * What a request to send came to, but for the provider's own refusals, which `refusal` reads from any answer of 400 to 599.
 * An answer of success without the id that it should have may have been taken. 5xx says nothing about that either.
 */
export function sentBy<T>(
  name: string,
  answer: ProviderAnswer,
  accepted: z.ZodType<T>,
  idOf: (body: T) => string,
  refusal: (answer: Extract<ProviderAnswer, { reached: 'answered' }>) => Sent | undefined,
): Sent {
  if (answer.reached === 'never') return unreached(name)
  if (answer.reached === 'perhaps') return unclear(name)
  if (answer.status >= 200 && answer.status < 300) {
    const parsed = accepted.safeParse(answer.body)
    return parsed.success ? { outcome: 'sent', providerId: idOf(parsed.data) } : unclear(name)
  }
  const read = refusal(answer)
  if (read !== undefined) return read
  if (answer.status >= 500) return unclear(name)
  return refused(
    'not-accepted',
    `${name} did not accept it (HTTP ${answer.status}). Change the answer, or send it on another channel.`,
  )
}
