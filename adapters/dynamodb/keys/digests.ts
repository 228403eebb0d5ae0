import type { Key } from '../table.ts'

/** What people are mailed of reports: few, in one partition, a person's side by side since their ids begin alike. */
export const digestKeys = {
  item: (id: string): Key => ({ pk: 'Q#digests', sk: id }),
  all: 'Q#digests',
  after: (id: string): string => `${id} `,
  /** Above every id that begins so: they are hexadecimal. */
  to: (beginning: string): string => `${beginning}g`,
}
