import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { builtConsole } from './built-console.ts'

/** `node console/build/build.ts [folder]` builds the console into the folder; without one, into the cache, if it is not there. */
const [folder] = process.argv.slice(2)
if (folder === undefined) console.log(await builtConsole())
else {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, build: { outDir: folder, emptyOutDir: true } })
}
