import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/**
 * What is told of contacts, spread since every contact writes here at the newest end; topics by id; versions of what
 * contacts are told by, in parts; what people corrected.
 */
export const insightKeys = {
  insight: (shard: number, at: Place): Key => ({ pk: `Y#insight#${shard}`, sk: `${at.sortAt}#${at.contactId}` }),
  shard: (shard: number): string => `Y#insight#${shard}`,
  before: justBelow,
  holds: ({ pk }: Key): boolean => pk.startsWith('Y#insight#'),
}

export const topicKeys = {
  topic: (id: string): Key => ({ pk: 'Q#topics', sk: id }),
  all: 'Q#topics',
  after: (id: string): string => `${id} `,
}

export const modelKeys = {
  head: (kind: ModelKind): Key => ({ pk: 'Q#models', sk: kind }),
  part: (kind: ModelKind, version: string, part: number): Key => ({
    pk: `Y#model#${kind}#${version}`,
    sk: String(part).padStart(4, '0'),
  }),
  parts: (kind: ModelKind, version: string): string => `Y#model#${kind}#${version}`,
}

export const correctionKeys = {
  correction: (shard: number, contactId: string): Key => ({ pk: `Y#corrections#${shard}`, sk: contactId }),
  shard: (shard: number): string => `Y#corrections#${shard}`,
}

type Place = { sortAt: string; contactId: string }
export type ModelKind = 'topics' | 'sentiment'
