import type { Evidence, Party } from '../../contact/contact.ts'
import type { Identifier } from '../../contact/identifier.ts'
import { optionalText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { XPost } from './x-schema.ts'

/** The subscription that an event came for: `account` scopes the ids of its contacts. */
export type Subscription = { userId: string; source: Source }

export const xAccount = ({ userId }: Subscription): string => `x:${userId}`

export const xIdentifier = (id: string): Identifier => ({ type: 'x', value: id })

export const isOwnAccount = ({ userId, source }: Subscription, id: string | undefined): boolean =>
  id === userId || (id !== undefined && isOwn(source, xIdentifier(id)))

export const xParty = (id: string, user: Partial<XPost['user']> | undefined): Party => ({
  identifier: xIdentifier(id),
  ...optionalText('name', user?.name),
  ...optionalText('handle', user?.screen_name),
})

/** The network itself says which account wrote. */
export const accountEvidence = (identifier: Identifier): Evidence => ({
  identifier,
  tier: 'T1',
  how: 'network-account',
})
