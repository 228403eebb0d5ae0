import { type Column, type Dataset, datasets, storedName } from './datasets.ts'
import { composeStatement, readStatement, type Statement } from './statement.ts'

/** Something to ask. `open`: the same for those who may not see personal data. */
export type View = { name: string; about: string; full: string; open: string }

const leftOut = 'CAST(NULL AS varchar)'

/** The columns of a dataset as a view shows them. */
const shown = (columns: readonly Column[], from: string, masked: boolean): string =>
  [
    ...columns
      .filter(({ name }) => !columns.some(other => other.masked === name))
      .map(({ name, personal, masked: instead }) => {
        if (!masked || personal === undefined) return `${from}.${name}`
        return `${instead === undefined ? leftOut : `${from}.${instead}`} AS ${name}`
      }),
    `${from}.day`,
  ].join(', ')

/** A dataset with whose each row is now. */
const owned = (dataset: Dataset, about: string): View => {
  const sql = (masked: boolean) =>
    `SELECT coalesce(m.customer, f.stream_key) AS customer, ${shown(datasets[dataset].columns, 'f', masked)}
FROM ${storedName(dataset)} f LEFT JOIN members m ON m.stream_key = f.stream_key`
  return { name: dataset, about, full: sql(false), open: sql(true) }
}

const plain = (name: string, dataset: Dataset, about: string): View => {
  const sql = (masked: boolean) =>
    `SELECT ${shown(datasets[dataset].columns, 'f', masked)} FROM ${storedName(dataset)} f`
  return { name, about, full: sql(false), open: sql(true) }
}

const derived = (name: string, about: string, sql: string): View => ({ name, about, full: sql, open: sql })

const week = "INTERVAL '7' DAY"

/**
 * What can be asked, in SQL that Athena and DuckDB both understand. Each view may use those before it. They are for
 * looking around; the catalogue of reports has the definitions by which the company measures itself.
 */
export const views: readonly View[] = [
  derived(
    'members',
    'which customer each stream belongs to now, after every merge and unmerge',
    `SELECT s.stream_key, s.customer, s.asserted FROM stored_memberships s
JOIN (SELECT customer, max(seq) AS seq FROM stored_memberships GROUP BY customer) l
  ON l.customer = s.customer AND l.seq = s.seq
WHERE s.stream_key IS NOT NULL`,
  ),
  owned('contacts', 'what was said on any channel, with the customer whose it is now'),
  owned('conversations', 'matters, with the customer whose they are now'),
  owned('outcomes', 'sales, refunds and renewals, with the customer whose they are now'),
  owned('contributions', 'what customers add to the figures of reports, with the customer whose it is now'),
  plain('decisions', 'memberships', 'every decision about who is who, and what the customer consisted of after it'),
  plain('links', 'links', 'links and cannot-links as they were decided'),
  plain('mentions', 'mentions', 'mention counts of listening panels, by day, network and member'),
  plain('campaigns', 'campaigns', 'campaigns, their windows, segments and controls'),
  derived(
    'customers',
    'each customer: first and last contact, how many, over how many channels and departments',
    `SELECT customer, min(happened_at) AS first_at, max(happened_at) AS last_at, count(*) AS contacts,
  count(CASE WHEN direction = 'inbound' THEN 1 END) AS inbound, count(DISTINCT channel) AS channels,
  count(DISTINCT department) AS departments
FROM contacts GROUP BY customer`,
  ),
  derived(
    'volume_by_day',
    'contacts and customers by day, channel, department and direction',
    `SELECT day, channel, department, direction, count(*) AS contacts, count(DISTINCT customer) AS customers
FROM contacts WHERE automatic IS NULL GROUP BY day, channel, department, direction`,
  ),
  derived(
    'inbound_steps',
    'each contact from a customer beside the one before it, whatever the channel',
    `SELECT customer, contact_id, conversation_id, day, channel, department, happened_at,
  lag(channel) OVER w AS before_channel, lag(happened_at) OVER w AS before_at, lag(department) OVER w AS before_department
FROM contacts WHERE direction = 'inbound' AND automatic IS NULL
WINDOW w AS (PARTITION BY customer ORDER BY happened_at, contact_id)`,
  ),
  derived(
    'repeats_by_day',
    'how many contacts came from a customer who had been in touch within 7 days',
    `SELECT day, channel, count(*) AS contacts, count(CASE WHEN before_at >= happened_at - ${week} THEN 1 END) AS repeats
FROM inbound_steps GROUP BY day, channel`,
  ),
  derived(
    'channel_switches',
    'from which channel to which customers went within 7 days, by month',
    `SELECT date_trunc('month', day) AS month, before_channel AS from_channel, channel AS to_channel, count(*) AS contacts,
  count(DISTINCT customer) AS customers
FROM inbound_steps WHERE before_at >= happened_at - ${week} AND before_channel <> channel
GROUP BY date_trunc('month', day), before_channel, channel`,
  ),
  derived(
    'first_answers',
    'for each conversation that the customer began: when, when we answered first, and the seconds between',
    `SELECT conversation_id, customer, department, day, asked_at, answered_at,
  date_diff('second', asked_at, answered_at) AS seconds
FROM (SELECT conversation_id, min(customer) AS customer, min(department) AS department, min(day) AS day,
    min(CASE WHEN direction = 'inbound' THEN happened_at END) AS asked_at,
    min(CASE WHEN direction = 'outbound' THEN happened_at END) AS answered_at
  FROM contacts WHERE conversation_id IS NOT NULL AND automatic IS NULL GROUP BY conversation_id) began
WHERE asked_at IS NOT NULL AND (answered_at IS NULL OR answered_at >= asked_at)`,
  ),
  derived(
    'figures_by_day',
    'what reports count, by day, metric, channel, department and team; of durations, how many',
    `SELECT day, metric, channel, department, team, sum(amount) AS amount, count(DISTINCT customer) AS customers
FROM contributions GROUP BY day, metric, channel, department, team`,
  ),
  derived(
    'outcomes_after_contacts',
    'each sale, refund or renewal with what the customer had said in the 30 days before',
    `SELECT o.outcome_id, o.kind, o.customer, o.day, o.amount_minor, o.currency, count(c.contact_id) AS contacts,
  count(DISTINCT c.channel) AS channels, count(DISTINCT c.department) AS departments,
  count(DISTINCT c.campaign) AS campaigns
FROM outcomes o LEFT JOIN contacts c ON c.customer = o.customer AND c.happened_at <= o.happened_at
  AND c.happened_at >= o.happened_at - INTERVAL '30' DAY
GROUP BY o.outcome_id, o.kind, o.customer, o.day, o.amount_minor, o.currency`,
  ),
  derived(
    'campaign_touches',
    'whom campaigns reached, and whether they were in touch within 7 days after',
    `SELECT t.campaign, t.customer, t.happened_at AS touched_at, t.channel, count(c.contact_id) AS contacts_after
FROM contacts t LEFT JOIN contacts c ON c.customer = t.customer AND c.direction = 'inbound'
  AND c.happened_at > t.happened_at AND c.happened_at <= t.happened_at + ${week}
WHERE t.campaign IS NOT NULL AND t.direction = 'outbound'
GROUP BY t.campaign, t.customer, t.happened_at, t.channel`,
  ),
  derived(
    'share_of_voice',
    'mentions of each member of a panel by month and network, beside those of all members',
    `SELECT panel, network, date_trunc('month', day) AS month, member, sum(mentions) AS mentions,
  sum(sum(mentions)) OVER (PARTITION BY panel, network, date_trunc('month', day)) AS of_all
FROM mentions GROUP BY panel, network, date_trunc('month', day), member`,
  ),
]

/** The statement with the definitions of the views that it names before it; `masked` for those who see no personal data. */
export function composeQuery(sql: string, masked: boolean): { sql: string } | { refusal: string } {
  const statement = readStatement(sql)
  if ('refusal' in statement) return statement
  const needed = needs(statement)
  const definitions = needed.map(({ name, full, open }) => ({ name, sql: masked ? open : full }))
  return { sql: composeStatement(statement, definitions) }
}

/** Backwards: a view is needed where it is named, or another needed one names it. */
function needs({ names }: Statement): View[] {
  const needed: View[] = []
  for (const view of views.toReversed()) {
    const word = new RegExp(`\\b${view.name}\\b`)
    if (names.has(view.name) || needed.some(({ full }) => word.test(full))) needed.push(view)
  }
  return needed.toReversed()
}
