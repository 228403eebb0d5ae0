import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { builtConsole } from '../../console/build/built-console.ts'
import { filesToPublish } from '../../console/build/publish.ts'
import { withoutEmbeddedFonts } from '../../console/build/strip-fonts.ts'

const chunkSchema = z.looseObject({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
})
const manifestSchema = z.record(z.string(), chunkSchema)

let folder = ''
let manifest: z.infer<typeof manifestSchema> = {}

beforeAll(async () => {
  folder = await builtConsole()
  manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')))
})

const zipped = (file: string): number => gzipSync(readFileSync(join(folder, file))).length
const sum = (files: Iterable<string>): number => [...files].reduce((size, file) => size + zipped(file), 0)

/** All that a browser loads for these entries: script files, and styles. */
function loadedFor(entries: string[]): { script: Set<string>; styles: Set<string> } {
  const seen = new Set<string>()
  const add = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const next of manifest[name]?.imports ?? []) add(next)
  }
  entries.forEach(add)
  const chunks = [...seen].flatMap(name => manifest[name] ?? [])
  return { script: new Set(chunks.map(({ file }) => file)), styles: new Set(chunks.flatMap(({ css }) => css)) }
}

describe('the built console', () => {
  test('loads at most 450 KB of script and 110 KB of styles to the queue', () => {
    const messages = Object.keys(manifest).filter(name => name.endsWith('/i18n/messages/all.en.js'))
    const entries = ['index.html', 'queue/queue-screen.tsx', 'words/first/en.ts', ...messages]
    expect(messages).toHaveLength(1)
    expect(entries.filter(name => !(name in manifest))).toEqual([])
    const { script, styles } = loadedFor(entries)
    expect(sum(script)).toBeGreaterThan(200_000)
    expect(sum(script)).toBeLessThanOrEqual(450_000)
    expect(sum(styles)).toBeLessThanOrEqual(110_000)
  })

  test('loads no screen before it is opened', () => {
    const { script } = loadedFor(['index.html'])
    for (const screen of ['customer/conversation-screen.tsx', 'search/search-screen.tsx', 'queue/queue-screen.tsx'])
      expect(script).not.toContain(manifest[screen]?.file)
  })

  test('has a page that runs nothing inline, and styles without fonts inside', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|style=/)
    const { styles } = loadedFor(['index.html', 'queue/queue-screen.tsx'])
    for (const file of styles) expect(readFileSync(join(folder, file), 'utf8')).not.toContain('@font-face')
  })

  test('is uploaded whole, the page last', () => {
    const signIn = { issuer: 'i', clientId: 'c', authorizationEndpoint: 'a', tokenEndpoint: 't', logoutEndpoint: 'l' }
    const files = filesToPublish(folder, { v: 1, apiUrl: '', signIn })
    expect(files.at(-1)).toMatchObject({
      key: 'index.html',
      cacheControl: 'no-cache',
      contentType: 'text/html; charset=utf-8',
    })
    const keys = files.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['config.json', 'before.js', 'favicon.svg']))
    for (const { file } of Object.values(manifest)) if (existsSync(join(folder, file))) expect(keys).toContain(file)
    const script = files.find(({ key }) => key.endsWith('.js') && key.startsWith('assets/'))
    expect(script).toMatchObject({
      cacheControl: 'public, max-age=31536000, immutable',
      contentType: 'text/javascript; charset=utf-8',
    })
  })
})

test('only fonts inside styles are taken out', () => {
  const other = '@font-face{font-family:A;src:url(/a.woff2)}.a{background:url(data:image/png;base64,aa)}'
  expect(
    withoutEmbeddedFonts(`@font-face{font-family:B;src:url(data:font/woff2;base64,aa) format("woff2")}${other}`),
  ).toBe(other)
})
