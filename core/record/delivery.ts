import * as z from 'zod'

/**
 * What a queue message asks to record: an object of the intake bucket, or one row of it. `replayOf` is the id of the
 * set-aside item that this delivery retries.
 */
export const deliverySchema = z.object({
  v: z.literal(1),
  object: z.string().min(1).max(1024),
  offset: z.int().min(0).optional(),
  length: z.int().min(0).optional(),
  ordinal: z.int().min(0).optional(),
  line: z.int().min(1).optional(),
  context: z.string().max(16_384).optional(),
  importId: z.string().max(64).optional(),
  replayOf: z.string().max(256).optional(),
})
export type Delivery = z.infer<typeof deliverySchema>

/**
 * S3's event notification. Keys come form-encoded.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
const s3EventSchema = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
})
/** S3 sends this once, when a notification is configured. */
const testEventSchema = z.object({ Event: z.literal('s3:TestEvent') })

/** The deliveries that a message of the record or split queue announces: S3's own notification, or one of ours. */
export const announcementSchema = z.union([
  deliverySchema.transform(delivery => [delivery]),
  s3EventSchema.transform(event => event.Records.map(({ s3 }) => deliveryOf(s3.object.key))),
  testEventSchema.transform((): Delivery[] => []),
])

const deliveryOf = (key: string): Delivery => ({ v: 1, object: decodeURIComponent(key.replaceAll('+', ' ')) })
