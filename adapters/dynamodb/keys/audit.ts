import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/** Who read or changed what of a customer, by month. */
export const auditKeys = {
  record: (customer: string, at: string, id: string): Key => ({
    pk: `A#${customer}#${at.slice(0, 7)}`,
    sk: `${at}#${id}`,
  }),
  month: (customer: string, month: string): string => `A#${customer}#${month}`,
  before: (at: string, id: string): string => justBelow(`${at}#${id}`),
}

/** Who may look at a customer as they are, for a while. */
export const revealKeys = {
  item: (subject: string, customer: string): Key => ({ pk: `Y#reveal#${subject}`, sk: customer }),
}
