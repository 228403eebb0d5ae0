import type { Key } from '../table.ts'

/** Identity: pointers, customers, links. See core/identity. */
export const identityKeys = {
  pointer: ({ type, value }: { type: string; value: string }): Key => ({ pk: `I#${type}#${value}`, sk: 'PTR' }),
  customer: (customer: string): Key => ({ pk: `C#${customer}`, sk: 'META' }),
  /** A decision as a customer saw it; entries are counted from 1. */
  log: (customer: string, seq: number): Key => ({ pk: `C#${customer}`, sk: `LOG#${String(seq).padStart(10, '0')}` }),
  isCustomer: ({ pk, sk }: Key): boolean => pk.startsWith('C#') && sk === 'META',
  parseCustomer: ({ pk }: Key): string => pk.slice('C#'.length),
  isLog: ({ pk, sk }: Key): boolean => pk.startsWith('C#') && sk.startsWith('LOG#'),
  logStart: 'LOG#',
  logEnd: 'LOG#~',
  /** Links and cannot-links lie under the birth id of each end, so that a link's id, which holds one, names its place. */
  edges: (birth: string): string => `E#${birth}`,
  link: (birth: string, linkId: string): Key => ({ pk: `E#${birth}`, sk: `L#${linkId}` }),
  cannotLink: (birth: string, id: string): Key => ({ pk: `E#${birth}`, sk: `N#${id}` }),
  /** Proof that a step of an operation committed. */
  step: (operationId: string, step: number): Key => ({
    pk: `O#${operationId}`,
    sk: `STEP#${String(step).padStart(6, '0')}`,
  }),
  steps: (operationId: string): string => `O#${operationId}`,
  review: (id: string): Key => ({ pk: 'Q#identity-review', sk: id }),
  reviews: 'Q#identity-review',
}

/** "This is me": what was asked of an end of a link, and which ends said yes. */
export const confirmationKeys = {
  confirmation: (id: string): Key => ({ pk: `Q#confirm#${id}`, sk: 'CONFIRMATION' }),
  proof: (linkId: string, stream: string): Key => ({ pk: `Q#proofs#${linkId}`, sk: stream }),
  proofs: (linkId: string): string => `Q#proofs#${linkId}`,
}

/** What an identifier agreed to, beside its pointer. */
export const consentKeys = {
  item: ({ type, value }: { type: string; value: string }): Key => ({ pk: `I#${type}#${value}`, sk: 'CONSENT' }),
}
