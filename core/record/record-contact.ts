import { sent } from '../channels/answers/sent.ts'
import type { Finding, Format, Payload } from '../channels/channel.ts'
import { hearOptOut } from '../consent/hear-opt-out.ts'
import type { ConsentStore } from '../consent/store.ts'
import type { Contact } from '../contact/contact.ts'
import type { Identifier } from '../contact/identifier.ts'
import type { IdentityDeps } from '../identity/carry-out.ts'
import { identify } from '../identity/identify.ts'
import { readKnown } from '../identity/known.ts'
import type { RowResult } from '../import/import.ts'
import { parseObjectName } from '../raw/object-name.ts'
import type { RawStore } from '../raw/raw-store.ts'
import type { NoteHeard } from '../source/note-heard.ts'
import { defaultSource, type Source } from '../source/source.ts'
import { append } from '../timeline/append.ts'
import { remove } from '../timeline/remove.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { type AnsweredReplies, answeredReply, inThreadOf, withTokenEvidence } from './answered-reply.ts'
import type { Delivery } from './delivery.ts'
import { type FactStores, keepFact } from './keep-fact.ts'
import { type SetAside, type SetAsideStore, setAsideId } from './set-aside.ts'

export type RecordContact = AnsweredReplies & {
  raw: RawStore
  timeline: TimelineStore
  setAside: SetAsideStore
  consent: Pick<ConsentStore, 'change'>
  facts: FactStores
  formatNamed: (name: string) => Format | undefined
  readSource: (sourceId: string) => Promise<Source | undefined>
  noteHeard: NoteHeard
  identity: () => Promise<IdentityDeps>
}

/** What became of a delivery, findings counted; a row of an import also says which row. */
export type Recorded = {
  added: number
  alreadyThere: number
  notAContact: string[]
  setAside: string[]
  row?: RowResult
}

/**
 * Parse, identify, append: the one path behind both doors. What cannot be understood is set aside with its reason.
 * Every step may be done again, so a redelivery, or a crash anywhere in between, ends in the same timeline.
 */
export async function recordContact(deps: RecordContact, delivery: Delivery): Promise<Recorded> {
  const recorded: Recorded = { added: 0, alreadyThere: 0, notAContact: [], setAside: [] }
  const { findings, own, ...where } = await understand(deps, delivery)
  for (const finding of findings) await recordFinding(deps, finding, own, recorded)
  await keepSetAside(deps, delivery, where, recorded.setAside)
  await hear(deps, delivery, where)
  return { ...recorded, ...rowOf(delivery, recorded) }
}

/** What a source sent tells of its health; a file, a replay and what we sent ourselves do not. */
async function hear(
  { noteHeard }: RecordContact,
  { object, replayOf }: Delivery,
  { at }: { at: string },
): Promise<void> {
  const name = parseObjectName(object)
  if (name?.holds !== 'payload' || name.format === sent.name || replayOf !== undefined || at === epochStart) return
  await noteHeard(name.source, at)
}

type Understood = { findings: Finding[]; own: Identifier[]; at: string; length: number }

async function understand(deps: RecordContact, delivery: Delivery): Promise<Understood> {
  const { object, offset = 0, length } = delivery
  const stored = await deps.raw.read(object, length === undefined ? undefined : { offset, length })
  if (stored === undefined) return { ...refusal('the raw payload is no longer stored'), at: epochStart, length: 0 }
  const name = parseObjectName(object)
  const receivedAt = (name?.holds === 'payload' ? name.receivedAt : undefined) ?? stored.storedAt
  const where = { at: receivedAt, length: stored.bytes.length }
  if (name === undefined) return { ...refusal('no door gives objects such a name'), ...where }
  const format = deps.formatNamed(name.format)
  if (format === undefined) return { ...refusal(`no channel reads the format ${name.format}`), ...where }
  const source = (await deps.readSource(name.source)) ?? defaultSource(name.source, format.sourceKind)
  const findings = await format.parse(payloadOf(delivery, stored.bytes, receivedAt), source)
  return { findings, own: source.ownIdentifiers, ...where }
}

const epochStart = '1970-01-01T00:00:00.000Z'

const refusal = (reason: string): Pick<Understood, 'findings' | 'own'> => ({
  findings: [{ type: 'set-aside', reason }],
  own: [],
})

const payloadOf = (delivery: Delivery, bytes: Uint8Array, receivedAt: string): Payload => ({
  bytes,
  receivedAt,
  rawRef: { object: delivery.object, offset: delivery.offset ?? 0, length: bytes.length },
  ...(delivery.ordinal !== undefined && { ordinal: delivery.ordinal }),
  ...(delivery.context !== undefined && { context: delivery.context }),
})

async function recordFinding(
  deps: RecordContact,
  finding: Finding,
  own: Identifier[],
  recorded: Recorded,
): Promise<void> {
  switch (finding.type) {
    case 'contact': {
      const appended = await keep(deps, finding.contact, own)
      await hearOptOut(deps.consent, finding.contact)
      if (appended === 'added') recorded.added++
      else recorded.alreadyThere++
      return
    }
    case 'deletion':
      await remove(deps.timeline, finding.deletion)
      recorded.added++
      return
    case 'fact': {
      const kept = await keepFact(deps.facts, finding.fact)
      if (typeof kept === 'object') recorded.setAside.push(kept.refused)
      else if (kept === 'already there') recorded.alreadyThere++
      else recorded.added++
      return
    }
    case 'not-a-contact':
      recorded.notAContact.push(finding.reason)
      return
    case 'set-aside':
      recorded.setAside.push(finding.reason)
      return
    default:
      return finding satisfies never
  }
}

/**
 * Appending waits for no decision about identity: the pointers are read while the contact's place is claimed. Only what
 * answers a reply of ours waits, since it joins the matter of its customer as soon as it is there.
 */
async function keep(deps: RecordContact, contact: Contact, own: Identifier[]): Promise<'added' | 'already there'> {
  const reply = await answeredReply(deps, contact)
  if (reply === undefined) {
    const [appended] = await Promise.all([append(deps.timeline, contact), know(deps, contact, own)])
    return appended
  }
  await know(deps, withTokenEvidence(reply, contact), own)
  return append(deps.timeline, inThreadOf(reply, contact))
}

async function know(deps: RecordContact, contact: Contact, own: Identifier[]): Promise<void> {
  const identity = await deps.identity()
  const { store, ids, now } = identity
  await identify(identity, contact, await readKnown(contact, { store, ids, at: now(), own }))
}

/** One item per payload or row, whatever number of things in it were not understood; gone once a replay understood all. */
async function keepSetAside(
  deps: RecordContact,
  delivery: Delivery,
  { at, length }: { at: string; length: number },
  reasons: string[],
): Promise<void> {
  const id = delivery.replayOf ?? setAsideId(at, delivery.object, delivery.offset ?? 0)
  if (reasons.length > 0) await deps.setAside.write(setAsideItem(delivery, { id, at, length }, reasons))
  else if (delivery.replayOf !== undefined) await deps.setAside.remove(id)
}

function setAsideItem(
  delivery: Delivery,
  where: { id: string; at: string; length: number },
  reasons: string[],
): SetAside {
  const name = parseObjectName(delivery.object)
  const more = reasons.length > 1 ? ` (and ${reasons.length - 1} more in the same payload)` : ''
  return {
    v: 1,
    id: where.id,
    at: where.at,
    stage: 'parse',
    reason: `${(reasons[0] ?? '').slice(0, 450)}${more}`,
    rawRef: { object: delivery.object, offset: delivery.offset ?? 0, length: where.length },
    ...(name && { source: name.source, format: name.format }),
    ...(delivery.line !== undefined && { line: delivery.line }),
    ...(delivery.importId !== undefined && { importId: delivery.importId }),
    message: JSON.stringify(delivery),
    replays: 0,
  }
}

function rowOf({ importId, line }: Delivery, recorded: Recorded): { row?: RowResult } {
  if (importId === undefined || line === undefined) return {}
  const [aside] = recorded.setAside
  if (aside !== undefined) return { row: { importId, line, outcome: 'set aside', reason: aside } }
  if (recorded.added > 0) return { row: { importId, line, outcome: 'added' } }
  if (recorded.alreadyThere > 0) return { row: { importId, line, outcome: 'already there' } }
  return { row: { importId, line, outcome: 'not a contact', reason: recorded.notAContact[0] ?? 'an empty row' } }
}
