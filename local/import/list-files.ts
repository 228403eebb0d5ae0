import { globSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from './usage-error.ts'

export type ListedFile = { path: string; bytes: number }

/** The files of the paths given, each once: a file, all files under a folder, or what a pattern matches. */
export function listFiles(paths: string[]): ListedFile[] {
  const files = new Map<string, ListedFile>()
  for (const path of paths) {
    const found = filesOf(path)
    if (found.length === 0) throw new UsageError(`${path}: there is no file`)
    for (const file of found) files.set(file.path, file)
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function filesOf(path: string): ListedFile[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return filesOnly(globSync('**/*', { cwd: path }).map(name => join(path, name)))
  return stats ? [listed(path, stats)] : filesOnly(globSync(path))
}

const filesOnly = (paths: string[]): ListedFile[] =>
  paths.flatMap(path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats?.isFile() ? [listed(path, stats)] : []
  })

const listed = (path: string, { size }: Stats): ListedFile => ({ path, bytes: size })
