import * as z from 'zod'

/** The addresses of a line as people write them: parted by commas, semicolons or spaces, each once. */
export const addressesIn = (line: string | undefined): string[] => [
  ...new Set((line ?? '').split(/[,;\s]+/).filter(part => part !== '')),
]

const addressSchema = z.email().max(254)

/** What of them is no address. */
export const notAddresses = (line: string | undefined): string[] =>
  addressesIn(line).filter(part => !addressSchema.safeParse(part).success)

/** So many copies the API takes. */
export const mostCopies = 20

/** Whether a mail may go out with these copies. */
export const mayCopy = (line: string | undefined): boolean =>
  notAddresses(line).length === 0 && addressesIn(line).length <= mostCopies
