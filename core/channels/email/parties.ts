import type { Contact, Party } from '../../contact/contact.ts'
import { withoutDetail } from '../../contact/subaddress.ts'
import { isOwn, type Source } from '../../source/source.ts'
import { emailIdentifier, type Mailbox, parseAddresses } from './addresses.ts'
import { limits } from './limits.ts'
import { type Field, fieldValue, fieldValues } from './mime/header-block.ts'

/** Who wrote, who else takes part, and whether it went out. `claimed`: the author is known by Reply-To alone. */
export type Parties = { direction: Contact['direction']; from: Party; to: Party[]; claimed: boolean }

/**
 * From is the author (RFC 5322 section 3.6.2). A mail from one of the company's own addresses is outbound, except one
 * to nobody else with a foreign Reply-To: so web forms write what a customer typed in. Without a usable From the author
 * is the source's line. The company's own addresses are no parties.
 */
export function partiesOf(fields: Field[], source: Source): Parties {
  const [author, ...coAuthors] = mailboxes(fields, 'from')
  const replyTo = mailboxes(fields, 'reply-to').find(mailbox => !isOurs(mailbox, source))
  if (author === undefined) return { ...inbound(fields, source, { from: lineOf(source) }), claimed: false }
  if (!isOurs(author, source))
    return { ...inbound(fields, source, { from: partyOf(author), coAuthors }), claimed: false }
  const to = others(recipients(fields, ['to', 'cc', 'bcc']), source)
  if (to.length > 0 || replyTo === undefined)
    return { direction: 'outbound', from: partyOf(author), to, claimed: false }
  return { ...inbound(fields, source, { from: partyOf(replyTo) }), claimed: true }
}

export const lineOf = (source: Source): Party => ({ identifier: { type: 'line', value: source.id } })

export const partyOf = ({ address, name }: Mailbox): Party => ({
  identifier: emailIdentifier(address),
  ...(name !== undefined && { name }),
})

/** Recipients first, then other authors; nobody twice, and not the author. */
function inbound(fields: Field[], source: Source, { from, coAuthors = [] }: { from: Party; coAuthors?: Mailbox[] }) {
  const to = others([...recipients(fields, ['to', 'cc']), ...coAuthors], source)
  return {
    direction: 'inbound' as const,
    from,
    to: to.filter(({ identifier }) => identifier.value !== from.identifier.value),
  }
}

export const mailboxes = (fields: Field[], name: string): Mailbox[] => parseAddresses(fieldValue(fields, name) ?? '')

const naming = ['from', 'to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']

/** The company's mailbox that a mail names; of one that names none, which came as a blind copy, the source's first. */
export function ownMailbox(fields: Field[], source: Source): string | undefined {
  const named = recipients(fields, naming).find(mailbox => isOurs(mailbox, source))?.address
  const first = source.ownIdentifiers.find(({ type }) => type === 'email')?.value
  return named === undefined ? first : withoutDetail(named)
}

/** Some programs write a field twice; all count. */
const recipients = (fields: Field[], names: string[]): Mailbox[] =>
  names.flatMap(name =>
    fieldValues(fields, name)
      .slice(0, limits.recipients)
      .flatMap(field => parseAddresses(field)),
  )

const isOurs = ({ address }: Mailbox, source: Source): boolean => isOwn(source, emailIdentifier(address))

export function others(found: Mailbox[], source: Source): Party[] {
  const byAddress = new Map<string, Party>()
  for (const mailbox of found) {
    if (byAddress.size >= limits.recipients) break
    if (!byAddress.has(mailbox.address) && !isOurs(mailbox, source)) byAddress.set(mailbox.address, partyOf(mailbox))
  }
  return [...byAddress.values()]
}
