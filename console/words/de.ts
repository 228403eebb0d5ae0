import { firstDe } from './first/de.ts'
import { operationsDe } from './operations/de.ts'
import type { Catalogue } from './words.ts'

/** Alles, was die Konsole sagt, auf Deutsch. */
export const de: Catalogue = { ...firstDe, ...operationsDe }
