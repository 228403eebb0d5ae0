import * as z from 'zod'

/**
 * How a channel names a person. `phone` holds E.164, `email` a lower-cased address, the networks their permanent
 * account id (`facebook:<page>:<psid>`, `instagram:<account>:<igsid>`), `account` the company's own customer id.
 * `line` is the company's own line or mailbox, for contacts that name nobody (a withheld number, a mail without From).
 */
export const identifierTypes = [
  'phone',
  'email',
  'x',
  'facebook',
  'instagram',
  'whatsapp',
  'mastodon',
  'bluesky',
  'account',
  'line',
] as const

export const identifierSchema = z.object({
  type: z.enum(identifierTypes),
  value: z.string().min(1).max(512),
})

export type Identifier = z.infer<typeof identifierSchema>
export type IdentifierType = Identifier['type']

/** `phone:+442079460000`: the one written form, used in keys, query strings and logs of decisions. */
export const identifierName = (identifier: Identifier): string => `${identifier.type}:${identifier.value}`

/** The reverse of `identifierName`; undefined when the type is unknown or the value is empty. */
export function parseIdentifierName(name: string): Identifier | undefined {
  const colon = name.indexOf(':')
  const parsed = identifierSchema.safeParse({ type: name.slice(0, colon), value: name.slice(colon + 1) })
  return parsed.success ? parsed.data : undefined
}

export const sameIdentifier = (a: Identifier, b: Identifier): boolean => a.type === b.type && a.value === b.value
