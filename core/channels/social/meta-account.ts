import type { Evidence, Party } from '../../contact/contact.ts'
import type { Identifier } from '../../contact/identifier.ts'
import { instantOf } from '../../payload/instant.ts'
import { optionalText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'

/** The company's account that an entry is about. People have another id with every Page and account: it scopes theirs. */
export type MetaAccount = {
  network: 'facebook' | 'instagram'
  id: string
  source: Source
  payload: Payload
  sentAt: string
}

/** The account as a namespace of the provider's ids: `facebook:<page>`. */
export const accountName = ({ network, id }: MetaAccount): string => `${network}:${id}`

export const scopedIdentifier = ({ network, id }: MetaAccount, person: string): Identifier => ({
  type: network,
  value: `${id}:${person}`,
})

export const isAccountItself = (account: MetaAccount, person: string | undefined): boolean =>
  person === account.id || (person !== undefined && isOwn(account.source, scopedIdentifier(account, person)))

/** The author of an event; the source's line when Meta hides who it was (no permission for that person's profile). */
export const metaParty = (account: MetaAccount, person: string | undefined, name?: string, handle?: string): Party => ({
  identifier: person === undefined ? { type: 'line', value: account.source.id } : scopedIdentifier(account, person),
  ...optionalText('name', name),
  ...optionalText('handle', handle),
})

export const metaEvidence = ({ identifier }: Party): Evidence[] =>
  identifier.type === 'line' ? [] : [{ identifier, tier: 'T1', how: 'network-account' }]

/** Meta writes times in seconds, and in milliseconds where messages are concerned. */
export const metaInstant = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : instantOf(time > 100_000_000_000 ? time : time * 1000)
