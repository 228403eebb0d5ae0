import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type SourceFile = { path: string; text: string; lines: string[]; imports: string[] }

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n]*(?:\n[^'"]*?)?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g

/** Every TypeScript file below a folder of the project, by its path from the root. */
export const sourceFiles = (folder: string): SourceFile[] => paths(join(root, folder)).map(readSource)

function paths(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return paths(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  return { path: relative(root, path), text, lines: text.split('\n'), imports: importsOf(path, text) }
}

/** Paths of the project from its root; packages by name. */
function importsOf(path: string, text: string): string[] {
  const specifiers = [...text.matchAll(importPattern)].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
  return specifiers.map(name => (name.startsWith('.') ? relative(root, join(dirname(path), name)) : name))
}

export const folders = ['bin', 'lib', 'functions', 'core', 'adapters', 'local', 'bench', 'console'] as const
