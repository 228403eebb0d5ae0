import * as z from 'zod'

const loopback = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/

/** Addresses of this machine only, so that no code leaves it. */
export const isLoopback = (origin: string): boolean => loopback.test(origin)

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '')

/**
 * What a client asks of `/authorize` (OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636, section 4.3). Only the code
 * flow with an S256 challenge, and only back to this machine.
 */
export const authorizationSchema = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1).max(128),
  redirect_uri: z
    .string()
    .max(512)
    .refine(url => isLoopback(originOf(url))),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  state: z.string().max(512).optional(),
  nonce: z.string().max(512).optional(),
  prompt: z.string().max(64).optional(),
})
export type Authorization = z.infer<typeof authorizationSchema>

/** Back to the client, with what it is to know. */
export function returnAddress({ redirect_uri, state }: Authorization, answer: Record<string, string>): string {
  const url = new URL(redirect_uri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (state !== undefined) url.searchParams.set('state', state)
  return url.href
}
