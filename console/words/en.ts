import { firstEn } from './first/en.ts'
import { operationsEn } from './operations/en.ts'

/** Everything the console says, in English. */
export const en = { ...firstEn, ...operationsEn } as const
