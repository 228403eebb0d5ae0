import { createContext, use } from 'react'
import type { en } from './en.ts'

export type WordKey = keyof typeof en
export type Catalogue = Record<WordKey, string>
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** Says the sentence of this key, with `{name}` replaced by what is given; a sentence that is not loaded is its key. */
export type Say = (key: WordKey, given?: Record<string, string | number>) => string

export const sayIn =
  (catalogue: Partial<Catalogue>): Say =>
  (key, given = {}) =>
    (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => `${given[name] ?? whole}`)

/** The language of the console and its sentences. */
export type Words = { language: Language; say: Say }

export const WordsContext = createContext<Words | undefined>(undefined)

export function useWords(): Words {
  const words = use(WordsContext)
  if (words === undefined) throw new Error('nothing here says which language is spoken')
  return words
}

export const useSay = (): Say => useWords().say
