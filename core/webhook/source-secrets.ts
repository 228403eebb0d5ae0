import * as z from 'zod'

const secret = z.string().min(1)

/** Where the provider's API is, when it is not at its usual place: a stand-in on this machine. Without a slash at the end. */
const apiUrl = z.url().optional()

const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/)

/** `accountSid` and the two numbers are for calling out: `callerNumber` is what customers see, `agentNumber` who answers first. */
const twilioSchema = z.object({
  authToken: secret,
  accountSid: z.string().startsWith('AC').optional(),
  callerNumber: phoneNumber.optional(),
  agentNumber: phoneNumber.optional(),
  apiUrl,
})

/** `tokens` are for answering, by the id of the Page, the Instagram account or the WhatsApp number that answers. */
const metaSchema = z.object({
  appSecret: secret,
  verifyToken: secret,
  tokens: z.record(z.string(), secret).optional(),
  apiUrl,
  instagramUrl: apiUrl,
})

/**
 * For answering: `users` are the access tokens of our own accounts by their user id (OAuth 1.0a, with `consumerKey`;
 * they do not expire), `userToken` is one OAuth 2.0 user token (which lives two hours) of the account `userId` alone.
 */
const xSchema = z.object({
  consumerSecret: secret,
  consumerKey: secret.optional(),
  users: z.record(z.string(), z.object({ token: secret, secret })).optional(),
  userToken: secret.optional(),
  userId: secret.optional(),
  apiUrl,
})

/**
 * Amazon Connect calls the customer with this flow, which puts the call in a queue. AWS's own credentials are the
 * function's. The ARN is what Connect's records name the instance by; its id alone will do for calling.
 */
const connectSchema = z.object({
  instanceArn: z.string().startsWith('arn:').optional(),
  instanceId: secret.optional(),
  contactFlowId: secret.optional(),
  queueId: secret.optional(),
  callerNumber: phoneNumber.optional(),
})

/** By provider. What is only for answering is optional everywhere. */
export const providerSecrets = { twilio: twilioSchema, meta: metaSchema, x: xSchema, connect: connectSchema }

/** The secrets of sources. A provider without one is not connected: whatever comes in its name is refused. */
export const sourceSecretsSchema = z.object({
  twilio: twilioSchema.optional(),
  meta: metaSchema.optional(),
  x: xSchema.optional(),
  connect: connectSchema.optional(),
  contacts: z.record(z.string(), secret).optional(),
})

export type SourceSecrets = z.infer<typeof sourceSecretsSchema>
