import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import type { PhraseBook } from './phrases.ts'
import { spanish } from './spanish.ts'

export const phraseBook: PhraseBook = { en: english, de: german, fr: french, es: spanish }
