import type { I18nProviderProps } from '@cloudscape-design/components/i18n'
import type { Catalogue, Language } from './words.ts'

export type LoadedWords = { catalogue: Catalogue; components: readonly I18nProviderProps.Messages[] }

/** The sentences of a language: our own, and those of the components. */
export async function loadWords(language: Language): Promise<LoadedWords> {
  switch (language) {
    case 'en': {
      const [own, theirs] = await Promise.all([
        import('./en.ts'),
        import('@cloudscape-design/components/i18n/messages/all.en'),
      ])
      return { catalogue: own.en, components: [theirs.default] }
    }
    case 'de': {
      const [own, theirs] = await Promise.all([
        import('./de.ts'),
        import('@cloudscape-design/components/i18n/messages/all.de'),
      ])
      return { catalogue: own.de, components: [theirs.default] }
    }
    default:
      return language satisfies never
  }
}
