import * as z from 'zod'

const text = z.string().optional().catch(undefined)
const seconds = z.number().min(0).optional().catch(undefined)
const endpoint = z.object({ Address: text, Type: text }).optional().catch(undefined)

/** The members of a contact record that a call is made of; null counts as absent. */
export const connectRecordSchema = z.object({
  ContactId: z.string().min(1).max(256),
  InitialContactId: text,
  InstanceARN: z.string().min(1).max(512),
  Channel: z.string().max(64),
  InitiationMethod: text,
  InitiationTimestamp: text,
  ConnectedToSystemTimestamp: text,
  DisconnectTimestamp: text,
  LastUpdateTimestamp: text,
  DisconnectReason: text,
  CustomerEndpoint: endpoint,
  SystemEndpoint: endpoint,
  Campaign: z.object({ CampaignId: text }).optional().catch(undefined),
  Queue: z.object({ Name: text, Duration: seconds }).optional().catch(undefined),
  Agent: z
    .object({
      ...{ Username: text, ConnectedToAgentTimestamp: text },
      ...{ CustomerHoldDuration: seconds, AfterContactWorkDuration: seconds },
    })
    .optional()
    .catch(undefined),
  Recording: z.object({ Location: text }).optional().catch(undefined),
})
export type ConnectRecord = z.infer<typeof connectRecordSchema>
