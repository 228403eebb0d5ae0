import { build } from 'esbuild'
import { bundleOptions } from './options.ts'

/** `node lib/bundling/esbuild.ts <function> <folder>` makes `index.mjs` in the folder. */
const [functionName, folder] = process.argv.slice(2)
if (functionName === undefined || folder === undefined) {
  throw new Error('usage: node lib/bundling/esbuild.ts <name of a folder in functions/> <output folder>')
}
try {
  await build(bundleOptions(functionName, folder))
} catch {
  // esbuild has said on stderr what it could not bundle, and where.
  process.exitCode = 1
}
