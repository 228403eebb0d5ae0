import * as z from 'zod'

/** `local` is what the embedded stack synthesizes and runs; `dev` and `prod` are deployed. */
export const stageNames = ['local', 'dev', 'prod'] as const

/** CloudWatch Logs keeps log events for these numbers of days only (PutRetentionPolicy, CloudWatch Logs API). */
const logDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const

const text = (pattern: RegExp, allowed: string) => z.string({ error: allowed }).regex(pattern, { error: allowed })

const whole = (from: number, to: number) => {
  const allowed = `a whole number from ${from} to ${to}`
  return z.int({ error: allowed }).min(from, { error: allowed }).max(to, { error: allowed })
}

const origin = text(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'an https origin without path, like https://console.example.com')

const mailbox = z.strictObject({
  /** The source that its mails are recorded under. */
  source: text(/^[a-z0-9][a-z0-9-]{0,62}$/, '1 to 63 of a-z, 0-9 and -, like support'),
  /** The address that the world writes to; its domain's MX record points at SES. */
  address: z.email({ error: 'a mail address, like support@example.com' }),
})

const mail = z.strictObject({
  /** `automatic`: the deploy activates the rule set unless another one is active. `manual`: you run the printed command. */
  activation: z.enum(['automatic', 'manual'], { error: 'automatic or manual' }),
  mailboxes: z
    .array(mailbox, { error: 'a list of {source, address}' })
    .min(1, { error: 'at least one mailbox' })
    .max(100, { error: 'at most 100 mailboxes' })
    .refine(all => new Set(all.map(one => one.source)).size === all.length, { error: 'each source once' }),
})

const identity = text(
  /^(?:[^\s@*]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/,
  'a domain or a mail address that Amazon SES knows as yours, like example.com',
)

const shared = {
  /** The account and region to deploy to; without them, those that the AWS CLI is signed in to. */
  account: text(/^\d{12}$/, 'an AWS account id of 12 digits').optional(),
  region: text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region, like eu-west-1').optional(),
  /** The address that providers call, if not the API's own: what Twilio's signature covers. */
  publicUrl: origin.optional(),
  /** Where the console is served from: these origins may call the API and upload imports. */
  allowedOrigins: z.array(origin, { error: 'a list of https origins' }),
  /** What mail may be sent from: verified identities of Amazon SES, domains or single addresses (docs/runbook.md). */
  sendingIdentities: z
    .array(identity, { error: 'a list of domains or mail addresses' })
    .min(1, { error: 'at least one domain or mail address' })
    .max(50, { error: 'at most 50' }),
  /** Table, bucket and user pool refuse to be deleted, and so does the stack. */
  protectData: z.boolean({ error: 'true or false' }),
  logDays: z.literal(logDays, { error: `one of ${logDays.join(', ')}` }),
  /** Raw payloads are deleted after so many days; without it they stay until the customer is erased. */
  rawPayloadDays: whole(1, 36_500).optional(),
  /** Requests a second that the whole HTTP API takes before it answers 429, and the burst above it. */
  throttle: z.strictObject({ ratePerSecond: whole(1, 10_000), burst: whole(1, 10_000) }),
  /** Executions kept free for webhooks, whatever else runs in the account; also the most there will be. */
  webhookConcurrency: whole(1, 1_000).optional(),
  /** The most record-contact functions at once, and the most join-conversation functions: one follows the other. */
  recordConcurrency: whole(2, 1_000),
  multiFactor: z.enum(['optional', 'required'], { error: 'optional or required' }),
}

/** Pattern of the ids: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InferenceProfileModel.html */
const foundationModel = text(
  /^(?!(us|us-gov|eu|apac|jp|au|ca|global)\.)[a-z0-9-]{1,63}\.([a-z0-9-]{1,63}\.){0,2}[a-z0-9-]{1,63}(:[a-z0-9-]{1,63}){0,2}$/,
  'the id of a foundation model, like amazon.nova-lite-v1:0',
)

const connectInstance = text(
  /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f-]{36}$/,
  'the ARN of an instance of Amazon Connect',
)

const cloud = {
  ...shared,
  alarmEmail: z.email({ error: 'a mail address that alarms go to' }),
  mail,
  /**
   * The model of Amazon Bedrock, of the stack's own region, that rewrites briefs; without it they are shown as they are
   * composed. No inference profile: those call models of other regions, and customers' words would leave theirs.
   */
  briefModel: foundationModel.optional(),
  /**
   * The model of Amazon Bedrock, of the stack's own region, that names topics at night and judges sentiment until enough was
   * learned from people; without it, topics are called by their terms and the lexicon judges. Each contact is then a call.
   */
  insightsModel: foundationModel.optional(),
  /** The instance of Amazon Connect that calls customers for us (docs/runbook.md); without it, Connect calls nobody. */
  connectInstance: connectInstance.optional(),
}

/** Customers who write to a mailbox are answered from it. */
const answersFromMailboxes = (settings: { mail: MailConfig; sendingIdentities: string[] }): boolean =>
  settings.mail.mailboxes.every(({ address }) =>
    [address, address.slice(address.lastIndexOf('@') + 1)].some(name => settings.sendingIdentities.includes(name)),
  )
const uncovered = { path: ['sendingIdentities'], error: 'the domain, or the address, of every mailbox' }

/** What a stage may set. Unknown settings are refused. */
export const stageConfigSchema = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('local'), ...shared }),
  z.strictObject({ stage: z.literal('dev'), ...cloud }).refine(answersFromMailboxes, uncovered),
  z.strictObject({ stage: z.literal('prod'), ...cloud }).refine(answersFromMailboxes, uncovered),
])

export type StageConfig = z.infer<typeof stageConfigSchema>
export type StageSettings = z.input<typeof stageConfigSchema>
export type MailConfig = z.infer<typeof mail>
