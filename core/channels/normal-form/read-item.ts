import type * as z from 'zod'
import type { Contact, Evidence, Party } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { type Identifier, sameIdentifier } from '../../contact/identifier.ts'
import { contactFinding, setAside } from '../../payload/findings.ts'
import { instantOfRfc3339 } from '../../payload/instant.ts'
import { contactText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Finding, Payload } from '../channel.ts'
import { claimedEvidence, claimedIdentifier } from './claimed-identifier.ts'
import {
  type ContactInput,
  contactInputSchema,
  type DeletionInput,
  deletionInputSchema,
  type PartyInput,
} from './contact-input.ts'

/** One item as a contact or a deletion; an item that breaks the schema is set aside with the fields that are wrong. */
export function readItem(item: unknown, name: string, payload: Payload, source: Source): Finding {
  if (isDeleted(item)) {
    const deletion = deletionInputSchema.safeParse(item)
    return deletion.success ? deletionFinding(deletion.data, payload, source) : refused(name, deletion.error)
  }
  const input = contactInputSchema.safeParse(item)
  if (!input.success) return refused(name, input.error)
  const wrong = unusable(input.data, source)
  if (wrong !== undefined) return setAside(`${name}: ${wrong}.value is not of its type.`)
  const occurredAt = instantOfRfc3339(input.data.occurredAt)
  if (occurredAt === undefined) return setAside(`${name}: occurredAt is not a time between 1990 and 2200.`)
  return contactFinding(contactOf(input.data, occurredAt, payload, source))
}

const isDeleted = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'deleted' in item && item.deleted === true

function deletionFinding({ id, deletedAt }: DeletionInput, { receivedAt }: Payload, source: Source): Finding {
  const at = (deletedAt && instantOfRfc3339(deletedAt)) ?? receivedAt
  return { type: 'deletion', deletion: { contactId: contactId(source.id, id), deletedAt: at } }
}

/** Where the item is wrong, and how; never what stood there. Names that are not of the schema are not repeated. */
function refused(name: string, error: z.ZodError): Finding {
  const fields = error.issues.map(({ path, code }) => `${fieldName(path)} (${code.replaceAll('_', ' ')})`)
  return setAside(`${name}: ${[...new Set(fields)].slice(0, 5).join(', ')}.`)
}

function fieldName(path: PropertyKey[]): string {
  const known = path[0] === 'social' && path[1] === 'metrics' ? path.slice(0, 2) : path
  return known.map(String).join('.') || 'the item itself'
}

/** The first place whose identifier cannot be read: `from.identifier`, `to.0.identifier`, `evidence.2.identifier`. */
function unusable({ from, to, evidence = [] }: ContactInput, source: Source): string | undefined {
  const places: [string, Identifier | undefined][] = [
    ['from.identifier', from?.identifier],
    ...to.map(({ identifier }, at): [string, Identifier] => [`to.${at}.identifier`, identifier]),
    ...evidence.map(({ identifier }, at): [string, Identifier] => [`evidence.${at}.identifier`, identifier]),
  ]
  return places.find(([, identifier]) => identifier && !claimedIdentifier(identifier, source))?.[0]
}

function contactOf(input: ContactInput, occurredAt: string, payload: Payload, source: Source): Contact {
  const { id, text, from: _from, to, answers, evidence: _evidence, brand, department, v: _v, ...said } = input
  const from = partyOf(input.from, source) ?? { identifier: { type: 'line', value: source.id } }
  return {
    ...said,
    ...{ v: 1, id: contactId(source.id, id), source: source.id, occurredAt, from },
    ...{ brand: brand ?? source.brand, department: department ?? source.department },
    to: to.flatMap(party => partyOf(party, source) ?? []).filter(({ identifier }) => !isOwn(source, identifier)),
    ...contactText(text),
    ...(answers !== undefined && { answers: contactId(source.id, answers) }),
    evidence: input.direction === 'inbound' ? evidenceOf(input, from, source) : [],
    ...{ receivedAt: payload.receivedAt, rawRef: payload.rawRef },
  }
}

function partyOf(party: PartyInput | undefined, source: Source): Party | undefined {
  const identifier = party && claimedIdentifier(party.identifier, source)
  return party && identifier && { ...party, identifier }
}

/** What the sender claims; an author of whom it claims nothing counts as asserted and checkable. */
function evidenceOf({ evidence = [] }: ContactInput, { identifier: author }: Party, source: Source): Evidence[] {
  const claimed = evidence.flatMap(claim => {
    const identifier = claimedIdentifier(claim.identifier, source)
    return identifier === undefined ? [] : [claimedEvidence(claim, identifier, author)]
  })
  const vouched = claimed.some(({ identifier }) => sameIdentifier(identifier, author))
  if (vouched || author.type === 'line' || isOwn(source, author)) return claimed
  return [{ identifier: author, tier: 'T2', how: 'claimed' }, ...claimed]
}
