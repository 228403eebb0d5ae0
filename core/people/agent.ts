import * as z from 'zod'
import { isTimeZone } from '../hours/zone-offset.ts'

/** Ids and words that people choose: the subject of a token that Cognito gives is of this form too. */
export const slugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use 1 to 63 of a-z, 0-9 and -')

export const availabilitySchema = z.enum(['online', 'away', 'offline'])
export type Availability = z.infer<typeof availabilitySchema>

/**
 * A person who answers. `id` is the subject of the tokens that they sign in with, `capacity` how many conversations
 * they may have at once, `languages` BCP 47 tags. Who has left is no longer `active`, and stays, because conversations
 * and the audit name them.
 */
export const agentSchema = z.object({
  v: z.literal(1),
  id: slugSchema.refine(id => id !== 'me', 'me is whoever asks'),
  name: z.string().min(1).max(128),
  email: z.email().max(254).optional(),
  teams: z.array(slugSchema).max(20),
  skills: z.array(slugSchema).max(50),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language like en or pt-BR')).max(20),
  capacity: z.int().min(1).max(500),
  availability: availabilitySchema,
  active: z.boolean(),
  timeZone: z.string().max(64).refine(isTimeZone, 'is no IANA time zone; write one like Europe/London').optional(),
})
export type Agent = z.infer<typeof agentSchema>

/** Whether new conversations may be given to them. */
export const isReachable = ({ active, availability }: Agent): boolean => active && availability === 'online'

/**
 * The id that goes with a name where nothing else gives one: `anna-muller` for `Anna Müller`. What is an id already is
 * itself. Empty where a name has none of the letters and digits of ids.
 */
export const agentIdOf = (name: string): string => (slugSchema.safeParse(name).success ? name : slugOf(name))

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 63)
    .replace(/-+$/, '')
