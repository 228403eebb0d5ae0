import type { I18nProviderProps } from '@cloudscape-design/components/i18n'
import type { Catalogue, Language } from './words.ts'

export type LoadedWords = { catalogue: Partial<Catalogue>; components: readonly I18nProviderProps.Messages[] }

/** What is loaded of each language. Sentences are put in while their catalogue is in use; none is taken out. */
const catalogues: Record<Language, Partial<Catalogue>> = { en: {}, de: {} }

/** Whether the forms of operations have been shown: from then on a language is loaded with their sentences. */
let withOperations = false

/** The sentences of a language: our own, as far as they are needed by now, and those of the components. */
export async function loadWords(language: Language): Promise<LoadedWords> {
  const [own, theirs, more] = await Promise.all([
    firstWords(language),
    componentWords(language),
    withOperations ? operationsWords(language) : {},
  ])
  return { catalogue: Object.assign(catalogues[language], own, more), components: [theirs] }
}

/** Brings what only the forms of operations say, too; what is spoken now has it once this resolves. */
export async function loadOperationsWords(language: Language): Promise<void> {
  withOperations = true
  Object.assign(catalogues[language], await operationsWords(language))
}

const firstWords = async (language: Language) =>
  language === 'en' ? (await import('./first/en.ts')).firstEn : (await import('./first/de.ts')).firstDe

const operationsWords = async (language: Language) =>
  language === 'en'
    ? (await import('./operations/en.ts')).operationsEn
    : (await import('./operations/de.ts')).operationsDe

const componentWords = async (language: Language) =>
  language === 'en'
    ? (await import('@cloudscape-design/components/i18n/messages/all.en')).default
    : (await import('@cloudscape-design/components/i18n/messages/all.de')).default
