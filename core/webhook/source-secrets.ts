import * as z from 'zod'

const secret = z.string().min(1)

/** The secrets of sources. A provider without one is not connected: whatever comes in its name is refused. */
export const sourceSecretsSchema = z.object({
  twilio: z.object({ authToken: secret }).optional(),
  meta: z.object({ appSecret: secret, verifyToken: secret }).optional(),
  x: z.object({ consumerSecret: secret }).optional(),
  contacts: z.record(z.string(), secret).optional(),
})

export type SourceSecrets = z.infer<typeof sourceSecretsSchema>
