import * as z from 'zod'
import type { Resources } from './resolve.ts'

/** Which stored keys of a bucket are announced to which queue. */
export type BucketNotification = { queue: string; events: string[]; prefix: string; suffix: string }

/** Which pages in a browser may use the bucket, as its CORS rules say. */
export type CorsRule = { origins: string[]; methods: string[]; headers: string[] }

export type BucketPlan = { name: string; notifications: BucketNotification[]; cors: CorsRule[] }

const ruleSchema = z.looseObject({ Name: z.string().transform(name => name.toLowerCase()), Value: z.string() })
type Rule = z.infer<typeof ruleSchema>

const bucketSchema = z.looseObject({
  NotificationConfiguration: z
    .looseObject({
      QueueConfigurations: z
        .array(
          z.looseObject({
            Event: z.string(),
            Queue: z.string(),
            Filter: z.looseObject({ S3Key: z.looseObject({ Rules: z.array(ruleSchema) }) }).optional(),
          }),
        )
        .default([]),
    })
    .optional(),
  CorsConfiguration: z
    .looseObject({
      CorsRules: z.array(
        z.looseObject({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
        }),
      ),
    })
    .optional(),
})

/** The settings of aws-cdk-lib's custom resource, which calls the same things by other names. */
const customSchema = z.looseObject({
  BucketName: z.string(),
  NotificationConfiguration: z.looseObject({
    QueueConfigurations: z
      .array(
        z.looseObject({
          Events: z.array(z.string()),
          QueueArn: z.string(),
          Filter: z.looseObject({ Key: z.looseObject({ FilterRules: z.array(ruleSchema) }) }).optional(),
        }),
      )
      .default([]),
  }),
})

export function readBuckets(resources: Resources): BucketPlan[] {
  const custom = resources
    .ofType('Custom::S3BucketNotifications')
    .map(({ properties }) => customSchema.parse(properties))
  return resources.ofType('AWS::S3::Bucket').map(({ ref, properties }) => {
    const { NotificationConfiguration, CorsConfiguration } = bucketSchema.parse(properties)
    const own = NotificationConfiguration?.QueueConfigurations ?? []
    const added = custom
      .filter(({ BucketName }) => BucketName === ref)
      .flatMap(one => one.NotificationConfiguration.QueueConfigurations)
    return {
      name: ref,
      notifications: [
        ...own.map(({ Event, Queue, Filter }) => notification([Event], Queue, Filter?.S3Key.Rules)),
        ...added.map(({ Events, QueueArn, Filter }) => notification(Events, QueueArn, Filter?.Key.FilterRules)),
      ],
      cors: (CorsConfiguration?.CorsRules ?? []).map(rule => ({
        origins: rule.AllowedOrigins,
        methods: rule.AllowedMethods,
        headers: rule.AllowedHeaders,
      })),
    }
  })
}

function notification(events: string[], queueArn: string, rules: Rule[] = []): BucketNotification {
  const ruleOf = (name: string) => rules.find(({ Name }) => Name === name)?.Value ?? ''
  return { queue: queueArn.split(':').at(-1) ?? '', events, prefix: ruleOf('prefix'), suffix: ruleOf('suffix') }
}
