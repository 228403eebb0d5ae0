import type { Plugin } from 'vite'

/**
 * Every zod schema can say itself as JSON Schema, which nothing in the console asks for: 7 KB after gzip that each
 * first visit would wait for. What is asked for all the same throws, and says so.
 */
export const leaveOutJsonSchema = (): Plugin => ({
  name: 'leave-out-json-schema',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema|json-schema-generator)\.js$/.test(id))
      return undefined
    return { code: withoutBodies(code), map: null }
  },
})

/** A module with the same names, each of which throws when it is called. */
export function withoutBodies(code: string): string {
  const declared = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].flatMap(([, name]) => name ?? [])
  const renamed = [...code.matchAll(/^export \{ \w+ as (\w+) \}/gm)].flatMap(([, name]) => name ?? [])
  const names = [...declared, ...renamed]
  const throwing = "function leftOut() { throw new Error('the console is built without JSON Schema') }"
  return [throwing, ...names.map(name => `export { leftOut as ${name} }`)].join('\n')
}
