import { describe, expect, test } from 'vitest'
import { de } from '../../console/words/de.ts'
import { en } from '../../console/words/en.ts'
import { sourceFiles } from '../architecture/source-files.ts'

const source = sourceFiles('console')
  .filter(({ path }) => !/\/words\/(?:\w+\/)?(en|de)\.ts$/.test(path))
  .map(({ text }) => text)
  .join('\n')

/** Keys said as they are, and the beginnings of those that end in a value. */
const whole = new Set([...source.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)*)'/g)].map(([, key]) => key ?? ''))
const begun = [...source.matchAll(/say\(\s*`([\w.-]+)\$\{/g)].map(([, start]) => start ?? '')
/** Keys that are put together before they are said, like those of what the API refuses. */
for (const [, start] of source.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*)\$\{/g)) begun.push(start ?? '')
const said = (key: string): boolean => whole.has(key) || begun.some(start => key.startsWith(start))

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()

describe('the languages of the console', () => {
  test('have the same sentences, with the same places in them', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted())
    const inEnglish = Object.entries(en).map(([key, text]) => [key, placeholders(text)])
    const inGerman = Object.keys(en).map(key => [
      key,
      placeholders(Object.entries(de).find(([k]) => k === key)?.[1] ?? ''),
    ])
    expect(inGerman).toEqual(inEnglish)
  })

  test('hold no sentence that is never said', () => {
    expect(begun.length).toBeGreaterThan(10)
    expect(Object.keys(en).filter(key => !said(key))).toEqual([])
  })
})
