import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { liveEventSchema, presenceStates, whoSchema } from './event.ts'
import { positionSchema } from './position.ts'
import { topicSchema } from './topic.ts'

/** Bytes of a message that a client may send. */
export const mostBytes = 8192

const placeSchema = z.string().regex(/^[\w.:-]{1,100}$/)

/** What a client says. `bundle`: it understands several events in one message, which costs less. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    topics: z.array(topicSchema).min(1).max(100),
    bundle: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('resume'), after: positionSchema }),
  z.strictObject({ type: z.literal('presence'), at: placeSchema, state: z.enum(presenceStates) }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientMessage = z.output<typeof clientMessageSchema>

export const errorCodes = [
  'too-large',
  'not-understood',
  'too-fast',
  'not-allowed',
  'subscribe-first',
  'too-many-places',
  'try-again',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/**
 * What a client hears besides events. `position`: whoever was heard up to here and resumes from it misses nothing.
 * `resumed` ends a replay; `reset` says that the gap is too long to replay: load again, and go on from `position`.
 */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('subscribed'),
    topics: z.array(z.string()),
    refused: z.array(z.string()),
    position: positionSchema,
    presence: z.array(
      z.object({ where: z.string(), who: whoSchema, state: z.enum(presenceStates), until: instantSchema }),
    ),
  }),
  z.object({ type: z.literal('resumed'), position: positionSchema }),
  z.object({ type: z.literal('reset'), position: positionSchema }),
  z.object({ type: z.literal('pong'), position: positionSchema }),
  z.object({ type: z.literal('error'), code: z.enum(errorCodes), message: z.string() }),
  z.object({ type: z.literal('events'), items: z.array(liveEventSchema) }),
  ...liveEventSchema.options,
])
export type ServerMessage = z.infer<typeof serverMessageSchema>

/** A message that was sent, or why it cannot be understood. */
export function readMessage(body: string): ClientMessage | ErrorCode {
  if (new TextEncoder().encode(body).length > mostBytes) return 'too-large'
  const parsed = clientMessageSchema.safeParse(parseJson(body))
  return parsed.success ? parsed.data : 'not-understood'
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const sentences: Record<ErrorCode, string> = {
  'too-large': `A message may have ${mostBytes} bytes.`,
  'not-understood':
    'Send JSON: {type:"subscribe",topics:[…]}, {type:"resume",after}, {type:"presence",at,state}, {type:"ping"}.',
  'too-fast': 'Too many messages: wait a few seconds.',
  'not-allowed': 'Your role does not allow this.',
  'subscribe-first': 'Subscribe before you resume.',
  'too-many-places': 'You are in too many places: say gone where you are not any more.',
  'try-again': 'Something was in the way: send it again.',
}

export const errorMessage = (code: ErrorCode): ServerMessage => ({ type: 'error', code, message: sentences[code] })
