import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folders, root, type SourceFile, sourceFiles } from './source-files.ts'

const all = folders.flatMap(sourceFiles)
const names = (files: SourceFile[]): string[] => files.map(({ path }) => path)

describe('the shape of the project', () => {
  test('a handler file is a few lines', () => {
    const handlers = all.filter(({ path }) => path.endsWith('/handler.ts'))
    expect(handlers.length).toBeGreaterThan(5)
    expect(names(handlers.filter(({ lines }) => lines.length > 25))).toEqual([])
  })

  test('every function folder has its handler and its dependencies', () => {
    const functions = readdirSync(join(root, 'functions')).filter(
      name => name !== 'kit' && name !== 'activate-rule-set',
    )
    for (const name of functions) {
      expect(readdirSync(join(root, 'functions', name)), name).toEqual(
        expect.arrayContaining(['handler.ts', 'dependencies.ts']),
      )
    }
  })

  test('every channel folder has one channel.ts that exports a Channel, and is in the registry', () => {
    const channels = readdirSync(join(root, 'core/channels'), { withFileTypes: true }).filter(entry =>
      entry.isDirectory(),
    )
    const registry = sourceFiles('core/channels').find(({ path }) => path === 'core/channels/registry.ts')
    for (const { name } of channels) {
      const file = sourceFiles(`core/channels/${name}`).find(({ path }) => path === `core/channels/${name}/channel.ts`)
      expect(file?.text, name).toMatch(/export const \w+: Channel = \{/)
      expect(registry?.imports, name).toContain(`core/channels/${name}/channel.ts`)
    }
  })

  test('no folder or file is named for what it is not', () => {
    expect(
      names(
        all.filter(
          ({ path }) =>
            /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts)/.test(path) && !path.endsWith('identity/shared.ts'),
        ),
      ),
    ).toEqual([])
  })

  test('key names stand in the keys files only', () => {
    const keyed = /[`'"](?:[A-Z]#|LOG#|PTR\b|META['"`])/
    const files = [...sourceFiles('core'), ...sourceFiles('adapters'), ...sourceFiles('functions')]
    expect(
      names(files.filter(({ path, text }) => !path.startsWith('adapters/dynamodb/keys') && keyed.test(text))),
    ).toEqual([])
  })

  test('no pattern ignores case in a part of it by modifiers: see docs/decisions/0155', () => {
    expect(
      names(all.filter(({ path, text }) => !path.endsWith('/any-case.ts') && /\(\?-?[ims]+(?:-[ims]+)?:/.test(text))),
    ).toEqual([])
  })

  test('no file has more than 300 lines', () => {
    const written = all.filter(({ path }) => path !== 'console/client/api.ts')
    expect(names(written.filter(({ lines }) => lines.length > 301))).toEqual([])
  })

  test('no function has more than 60 lines, no construct more than 120', () => {
    const tooLong = all.flatMap(file => {
      const limit = file.path.startsWith('lib/') ? 120 : 60
      return longFunctions(file, limit)
    })
    expect(tooLong).toEqual([])
  })

  test('no type is asserted or silenced', () => {
    const silenced =
      /\bas (?!const\b)[A-Za-z{[(]|: any\b|<any>|@ts-(ignore|expect-error|nocheck)|biome-ignore|[\w)\]]!\.(?!=)/
    const wrong = all.flatMap(({ path, text }) =>
      withoutTemplates(text)
        .split('\n')
        .flatMap((line, at) => (silenced.test(codeOf(line)) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    )
    expect(wrong).toEqual([])
  })
})

/** Texts over several lines, like the help of a command, leave only their line ends. */
const withoutTemplates = (text: string): string =>
  text.replace(/`(?:[^`\\]|\\.)*`/gs, template => template.replace(/[^\n]/g, ' '))

/** A line without comments, strings and the `as` of imports and exports. */
const codeOf = (line: string): string => {
  const trimmed = line.trimStart()
  if (
    /^(\*|\/\*|\/\/)/.test(trimmed) ||
    /^(import|export)\b.*\bas\b/.test(trimmed) ||
    /^(type )?\w+ as \w+,$/.test(trimmed)
  )
    return ''
  return line
    .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/\/(?![/*]).*\/[dgimsuvy]*/g, '')
    .replace(/\/\/.*$/, '')
}

/** Formatted code closes a function at the indentation where it began. */
function longFunctions({ path, lines }: SourceFile, limit: number): string[] {
  const starts =
    /^(\s*)(?:export )?(?:async )?(?:function\*?|const \w+ = .*=> \{$|(?:private |static |async |override )*\w+\(.*\{$)/
  return lines.flatMap((line, at) => {
    const start = starts.exec(line)
    if (start === null || !line.endsWith('{') || /^\s*(if|for|while|switch|catch)\b/.test(line)) return []
    const end = lines.findIndex((other, after) => after > at && other.startsWith(`${start[1]}}`))
    return end - at > limit ? [`${path}:${at + 1} has ${end - at} lines`] : []
  })
}
