import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

export const timelineKeys = {
  /** An entry on a stream, in order of time. */
  entry: (stream: string, sortAt: string, entryId: string): Key => ({
    pk: `S#${stream}`,
    sk: `T#${sortAt}#${entryId}`,
  }),
  stream: (stream: string): string => `S#${stream}`,
  isEntry: ({ pk, sk }: Key): boolean => pk.startsWith('S#') && sk.startsWith('T#'),
  /** The stream, time and id that `entry` was made of. */
  parseEntry: ({ pk, sk }: Key): { stream: string; sortAt: string; entryId: string } => {
    const [, sortAt = '', entryId = ''] = sk.split('#')
    return { stream: pk.slice('S#'.length), sortAt, entryId }
  },
  /** Below every entry from this time on; above every entry up to this time; just below and above this very entry. */
  from: (sortAt: string): string => `T#${sortAt}`,
  to: (sortAt: string): string => `T#${sortAt}#~`,
  before: (sortAt: string, entryId: string): string => justBelow(`T#${sortAt}#${entryId}`),
  /** No id holds a space, which comes before all that one may hold. */
  after: (sortAt: string, entryId: string): string => `T#${sortAt}#${entryId} `,
  end: 'T#~',
  /** Where a contact is. */
  contact: (contactId: string): Key => ({ pk: `K#${contactId}`, sk: 'K' }),
}

/** Up to when a person has read the timeline of a customer. */
export const readingMarkKeys = {
  item: (reader: string, customer: string): Key => ({ pk: `Y#read#${reader}`, sk: customer }),
}
