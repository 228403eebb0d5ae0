import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

const schemas = /@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/

/**
 * Lets esbuild drop what a function does not use of the AWS SDK's schemas. Each is an object with computed keys,
 * `{ [_e]: … }`, where `_e` is a constant of the file; esbuild keeps every object with a computed key, because reading
 * a key might do something. Written out, an eighth of a function that uses S3 goes away.
 */
export const constantKeys: Plugin = {
  name: 'constant-keys',
  setup: build =>
    build.onLoad({ filter: schemas }, async ({ path }) => ({
      contents: writeOutKeys(await readFile(path, 'utf8')),
      loader: 'js',
    })),
}

/** Replaces each computed key that is a constant of this text by the constant's value; leaves others as they are. */
export function writeOutKeys(text: string): string {
  const constants = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)) constants.set(name, value)
  return text.replace(/\[(_\w+)\]:/g, (computed, name: string) => {
    const value = constants.get(name)
    return value === undefined ? computed : `${value}:`
  })
}
