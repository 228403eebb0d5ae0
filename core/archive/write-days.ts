import type { Campaign } from '../campaign/campaign.ts'
import type { ConversationStore } from '../conversation/store.ts'
import type { LogEntry } from '../identity/customer-record.ts'
import type { IdentityStore } from '../identity/store.ts'
import type { ListeningStore } from '../listening/store.ts'
import type { OutcomeStore } from '../outcome/store.ts'
import type { ConfiguredStore } from '../people/people-store.ts'
import type { Atom } from '../report/cells.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { contributionRows } from './contributions.ts'
import { onlyDay, type Partition } from './datasets.ts'
import { contactThing, dayOf, decisionThing } from './ids.ts'
import {
  type ArchiveRow,
  campaignRow,
  contactRow,
  conversationRow,
  linkRows,
  membershipRows,
  mentionRow,
  outcomeRow,
  type StreamKey,
} from './rows.ts'
import type { ArchiveFiles, ArchiveIndex } from './store.ts'

/** Where the archive reads the table as it is now. */
export type ArchiveSources = {
  index: ArchiveIndex
  files: ArchiveFiles
  timeline: Pick<TimelineStore, 'readContacts'>
  conversations: Pick<ConversationStore, 'read'>
  identity: Pick<IdentityStore, 'readLog'>
  outcomes: Pick<OutcomeStore, 'read'>
  listening: Pick<ListeningStore, 'counts'>
  campaigns: Pick<ConfiguredStore<Campaign>, 'list'>
  /** What a customer adds to the figures of a day of the reporting zone. */
  contributions: (customer: string, day: string) => Promise<Atom[]>
  keyOf: StreamKey
}

/** Things that are read side by side: as many items as one call of DynamoDB reads. */
const atOnce = 100
const mostCampaigns = 1000

/**
 * Writes the files of days that are behind, each as a whole from the table as it is now, until all are written or
 * `timeLeft` says to stop. Answers how many. Doing it again, or twice at once, ends in the same files: whoever finds a
 * day changed since they began leaves it behind, for the next run.
 */
export async function writeDays(deps: ArchiveSources, timeLeft: () => boolean): Promise<number> {
  await deps.files.replace({ dataset: 'campaigns', day: onlyDay }, rowsOfCampaigns(deps))
  let written = 0
  let after: Partition | undefined
  while (timeLeft()) {
    const [due] = await deps.index.due(1, after)
    if (due === undefined) return written
    await deps.files.replace(due, rowsOf(deps, due))
    if (!(await deps.index.settle(due))) await deps.index.markDue([due])
    after = due
    written++
  }
  return written
}

/** The rows of a day, in the order of its index. */
export async function* rowsOf(deps: ArchiveSources, partition: Partition): AsyncGenerator<ArchiveRow[]> {
  const { dataset, day } = partition
  const indexed: Partition = dataset === 'links' ? { dataset: 'memberships', day } : partition
  let after: string | undefined
  for (;;) {
    const ids = await deps.index.things(indexed, atOnce, after)
    const rows = await readRows(deps, partition, ids)
    if (rows.length > 0) yield rows
    if (ids.length < atOnce) return
    after = ids.at(-1)
  }
}

async function* rowsOfCampaigns({ campaigns }: ArchiveSources): AsyncGenerator<ArchiveRow[]> {
  const found = await campaigns.list(mostCampaigns)
  if (found.length > 0) yield found.map(campaignRow)
}

/** What left the day since it was indexed, or went, is not there any more. */
async function readRows(deps: ArchiveSources, { dataset, day }: Partition, ids: string[]): Promise<ArchiveRow[]> {
  switch (dataset) {
    case 'contacts':
      return contactRows(deps, ids)
    case 'memberships':
      return (await decisions(deps, ids)).flatMap(entry => membershipRows(entry, deps.keyOf))
    case 'links':
      return (await decisions(deps, ids)).flatMap(linkRows)
    case 'conversations':
      return (await deps.conversations.read(ids)).map(found => conversationRow(found, deps.keyOf))
    case 'outcomes':
      return outcomeRows(deps, day, ids)
    case 'contributions':
      return contributed(deps, day, ids)
    case 'mentions':
      return (await Promise.all(ids.map(panel => countsOf(deps, panel, day)))).flat().map(mentionRow)
    case 'campaigns':
      return []
    default:
      return dataset satisfies never
  }
}

async function contactRows({ timeline, keyOf }: ArchiveSources, ids: string[]): Promise<ArchiveRow[]> {
  const wanted = ids.map(contactThing.read)
  const places = wanted.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))
  return (await timeline.readContacts(places)).map(entry => contactRow(entry, keyOf))
}

async function decisions({ identity }: ArchiveSources, ids: string[]): Promise<LogEntry[]> {
  const read = async (id: string) => {
    const { customer, seq } = decisionThing.read(id)
    const [entry] = await identity.readLog(customer, 1, seq + 1)
    return entry?.seq === seq ? [entry] : []
  }
  return (await Promise.all(ids.map(read))).flat()
}

async function outcomeRows({ outcomes, keyOf }: ArchiveSources, day: string, ids: string[]): Promise<ArchiveRow[]> {
  const found = (await Promise.all(ids.map(outcomes.read))).filter(one => one !== undefined)
  return found.filter(({ occurredAt }) => dayOf(occurredAt) === day).map(outcome => outcomeRow(outcome, keyOf))
}

async function contributed({ contributions }: ArchiveSources, day: string, customers: string[]): Promise<ArchiveRow[]> {
  const read = async (customer: string) =>
    (await contributions(customer, day)).flatMap(atom => contributionRows(customer, atom))
  return (await Promise.all(customers.map(read))).flat()
}

/** Networks times members of a panel are fewer. */
const mostCounts = 1000
const countsOf = ({ listening }: ArchiveSources, panel: string, day: string) =>
  listening.counts(panel, { from: day, until: day, limit: mostCounts })
