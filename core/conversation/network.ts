import { streamIdentifier } from '../identity/member.ts'
import type { Row } from './row.ts'

/** Where people speak in public. */
export const networks = ['x', 'facebook', 'instagram', 'mastodon', 'bluesky'] as const
export type Network = (typeof networks)[number]

/** The network that a matter began on; undefined for one that began elsewhere. */
export function networkOf({ anchor }: Pick<Row, 'anchor'>): Network | undefined {
  const { type } = streamIdentifier(anchor)
  return networks.find(network => network === type)
}
