import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/**
 * Search: contacts by token in order of time, what each of them has posted, names by how they begin. A token begins with
 * a letter and a colon, so it meets none of the other partitions.
 */
export const searchKeys = {
  posting: (token: string, at: ContactPlace): Key => ({ pk: `W#${token}`, sk: placeKey(at) }),
  token: (token: string): string => `W#${token}`,
  /** What a contact has posted, and all it holds. Spread, since every contact writes here at the newest end. */
  kept: (shard: number, at: ContactPlace): Key => ({ pk: `W#all#${shard}`, sk: placeKey(at) }),
  shard: (shard: number): string => `W#all#${shard}`,
  before: (sortAt: string, contactId: string): string => justBelow(`${sortAt}#${contactId}`),
  parsePlace: ({ sk }: Key): ContactPlace => {
    const [sortAt = '', contactId = '', ...stream] = sk.split('#')
    return { contactId, place: { stream: stream.join('#'), sortAt } }
  },
  namePartitions: 'W#names#',
  name: (name: string): Key => ({ pk: `W#names#${String.fromCodePoint(name.codePointAt(0) ?? 0)}`, sk: name }),
  /** Above every name that begins like this. */
  namesTo: (prefix: string): string => `${prefix}\u{10ffff}`,
  frequencies: { pk: 'W#frequencies', sk: 'META' },
}

type ContactPlace = { contactId: string; place: { stream: string; sortAt: string } }

const placeKey = ({ contactId, place }: ContactPlace): string => `${place.sortAt}#${contactId}#${place.stream}`
