/** The languages that questions and pages for customers are written in. */
export const pageLanguages = ['en', 'de', 'fr', 'es'] as const
export type PageLanguage = (typeof pageLanguages)[number]

/** The language to write in for a tag like `de-AT` (RFC 5646); English where it is another or none. */
export function pageLanguage(tag: string | undefined): PageLanguage {
  const primary = tag?.toLowerCase().split('-')[0]
  return pageLanguages.find(language => language === primary) ?? 'en'
}
