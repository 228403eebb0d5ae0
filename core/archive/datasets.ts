/** How a column is stored: a time in UTC with ms, whole numbers of 64 bits. */
export type ColumnType = 'text' | 'whole' | 'number' | 'truth' | 'time'

/**
 * A column. `personal` ones tell who somebody is: views for those who may not know that leave them out, or show the
 * column `masked` in their place.
 */
export type Column = { name: string; type: ColumnType; personal?: true; masked?: string; about: string }

const text = (name: string, about: string, more: Pick<Column, 'personal' | 'masked'> = {}): Column => ({
  ...{ name, type: 'text', about },
  ...more,
})
const column =
  (type: ColumnType) =>
  (name: string, about: string): Column => ({ name, type, about })
const [whole, truth, time] = [column('whole'), column('truth'), column('time')]
const personal = { personal: true } as const

const streamKey = text('stream_key', 'the identifier, as a keyed hash; whose it is, say the memberships')

const contacts: Column[] = [
  text('contact_id', 'as on the timeline'),
  streamKey,
  text('identifier_type', 'phone, email, x …'),
  text('identifier', 'whom it is with, like phone:+442079460000', personal),
  text('name', 'what they are called there', personal),
  time('happened_at', 'where it stands in time'),
  time('occurred_at', 'when it happened'),
  time('received_at', 'when it came in first'),
  text('source', 'the source it came from'),
  text('channel', 'phone, email, social, message, review or web'),
  text('kind', 'call, mail, mention …'),
  text('direction', 'inbound or outbound'),
  text('brand', 'the brand it concerns'),
  text('department', 'the department it came to'),
  text('campaign', 'the id of the campaign'),
  text('network', 'of social contacts and messages'),
  text('visibility', 'public or private'),
  text('language', 'as the payload says'),
  text('conversation_id', 'the matter it belongs to'),
  text('answers', 'the contact it answers'),
  text('automatic', 'bounce, auto-reply or list'),
  text('agent', 'the colleague who wrote or spoke', personal),
  truth('answered', 'calls: somebody answered'),
  whole('duration_seconds', 'calls'),
  whole('queue_seconds', 'calls'),
  whole('hold_seconds', 'calls'),
  whole('after_call_seconds', 'calls'),
  text('disposition', 'calls: how they ended'),
  whole('attachments', 'how many files came with it'),
  text('subject', 'the subject', { ...personal, masked: 'masked_subject' }),
  text('words', 'what was said', { ...personal, masked: 'masked_words' }),
  text('masked_subject', 'the subject without names, numbers and addresses'),
  text('masked_words', 'what was said without names, numbers and addresses'),
  truth('deleted', 'its author deleted it: nothing that was said is kept'),
]

const memberships: Column[] = [
  text('customer', 'the customer that was decided about'),
  { ...whole('seq', 'counts the decisions about this customer; the last one holds') },
  time('decided_at', 'when it was decided'),
  text('operation', 'identify, link, revoke, cannot-link, merge or unmerge'),
  { ...streamKey, about: 'a stream it consists of since then; absent: it has none' },
  truth('asserted', 'only unproven links hold the stream there'),
]

const links: Column[] = [
  text('link_id', 'the link or cannot-link'),
  text('customer', 'a customer it was decided about'),
  whole('seq', 'the decision, as in memberships'),
  time('decided_at', 'when it was decided'),
  text('operation', 'what was decided'),
  text('rule', 'why the two ends are one person'),
  text('tier', 'T1 proven to T3 stated'),
  text('state', 'active or revoked'),
  text('refused', 'why it joins nothing although it is active'),
]

const conversations: Column[] = [
  text('conversation_id', 'the matter'),
  { ...streamKey, about: 'the stream of the contact that opened it' },
  time('opened_at', 'when it was opened'),
  text('title', 'what it is about', personal),
  text('brand', 'the brand'),
  text('department', 'the department'),
  text('status', 'open, waiting-customer, waiting-department, snoozed, resolved or spam'),
  time('since', 'when that status began'),
  time('resolved_at', 'when it was resolved, where it is'),
  text('priority', 'how urgent it is'),
  text('team', 'the team it is with'),
  text('assignee', 'the colleague it is with', personal),
  text('channel', 'of the latest contact'),
  whole('channels', 'how many channels it went over'),
  text('language', 'what the customer writes in'),
  text('topic', 'the first of its topics'),
  text('tags', 'separated by commas'),
  whole('contacts', 'how many contacts it has'),
  whole('inbound', 'how many of them came from the customer'),
  time('answered_at', 'when we answered last'),
  whole('switches', 'how often the customer changed the channel'),
  whole('repeats', 'how often the customer stated again what was known'),
  truth('promise_broken', 'something that we promised was not done in time'),
  text('rating', 'csat or nps, where the customer was asked'),
  whole('score', 'csat 1 to 5, nps 0 to 10'),
  text('joined_into', 'the conversation it was joined into'),
]

const outcomes: Column[] = [
  text('outcome_id', "the sender's id"),
  text('kind', 'sale, refund or renewal'),
  streamKey,
  text('identifier', 'who bought', personal),
  time('happened_at', 'when it happened'),
  whole('amount_minor', "in the currency's smallest unit"),
  text('currency', 'ISO 4217'),
  text('campaign', 'the campaign that the sender names'),
  text('product', 'what was bought'),
  text('reference', "the sender's reference", personal),
]

const mentions: Column[] = [
  text('panel', 'the panel that counts'),
  text('network', 'where'),
  text('member', 'who was named: us or a competitor'),
  whole('mentions', 'how often that day'),
  whole('positive', 'of those, in praise'),
  whole('negative', 'of those, in complaint'),
  time('as_of', 'when it was counted'),
]

const campaigns: Column[] = [
  text('campaign', 'its id, which contacts carry'),
  text('name', 'what people call it'),
  text('channels', 'separated by commas'),
  text('from_day', 'first day'),
  text('until_day', 'last day'),
  text('segment', 'whom it is for, like country=GB'),
  text('control', 'whom it does not reach'),
]

const contributions: Column[] = [
  {
    ...streamKey,
    about: 'whose contacts are counted: the identifier that the customer was born with, as a keyed hash',
  },
  text('hour', 'the hour of UTC, like 2026-03-02T09; the day is one of the reporting zone'),
  text('channel', 'phone, email, social, message, review or web'),
  text('network', 'of social contacts and messages'),
  text('visit', 'first or returning'),
  text('language', 'as it was detected'),
  text('relationship', 'customer, prospect, partner, vendor or employee'),
  text('brand', 'the brand it concerns'),
  text('department', 'the department'),
  text('source', 'the source it came from'),
  text('team', 'the team it is with'),
  text('country', 'of the customer'),
  text('campaign', 'the id of the campaign'),
  text('agent', 'the colleague', personal),
  text('topic', 'the id of the topic'),
  text('switched', 'of a switch: from|to'),
  text('metric', 'what is counted, as reports call it; came: the customer is one of those who came that day'),
  whole('bucket', 'of durations: the bucket of the histogram'),
  whole('amount', 'how much it adds'),
]

/**
 * What is archived. Each but campaigns lies in one Parquet file a day, `archive/<dataset>/day=YYYY-MM-DD/<dataset>.parquet`, by
 * UTC. No customer id stands with a contact, conversation or outcome: whose they are is joined when it is asked, from the
 * decisions about identity, so that an unmerge corrects the past too.
 */
export const datasets = {
  contacts: { columns: contacts, about: 'what was said, on any channel' },
  memberships: { columns: memberships, about: 'decisions about who is who' },
  links: { columns: links, about: 'why: links and cannot-links as they were decided' },
  conversations: { columns: conversations, about: 'matters, from the first contact on' },
  outcomes: { columns: outcomes, about: 'sales, refunds and renewals' },
  contributions: { columns: contributions, about: 'what each customer adds to the figures of reports' },
  mentions: { columns: mentions, about: 'mention counts of listening panels' },
  campaigns: { columns: campaigns, about: 'campaigns' },
} as const satisfies Record<string, { columns: Column[]; about: string }>

export type Dataset = keyof typeof datasets
export const datasetNames = [
  'contacts',
  'memberships',
  'links',
  'conversations',
  'outcomes',
  'contributions',
  'mentions',
  'campaigns',
] as const satisfies Dataset[]

/** Athena looks for a file under each day from here on; what is older is archived and not seen by it. */
export const firstDay = '2015-01-01'

/** Campaigns are few: they lie under one day. */
export const onlyDay = firstDay

/** The days of one dataset that lie in one file. */
export type Partition = { dataset: Dataset; day: string }

export const partitionKey = ({ dataset, day }: Partition): string => `archive/${dataset}/day=${day}/${dataset}.parquet`

/** The names of the stored tables, which nobody is meant to ask directly: views are made over them. */
export const storedName = (dataset: Dataset): string => `stored_${dataset}`
