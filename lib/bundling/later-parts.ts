import type { BuildOptions, Plugin } from 'esbuild'

/** Which file of functions/kit a function loads by `import()`, where a setting asks for it. */
const partOf = new Map([
  ['index-search', 'model-insights'],
  ['learn-topics', 'model-insights'],
  ['serve-api', 'model-briefs'],
])

/**
 * The files that a bundle is made of: `index`, and beside it what is read only where a setting asks for it, with all that
 * it needs. `splitting` of esbuild would share files between both, and whole: then what only the part needs is read always.
 */
export function entryPoints(functionName: string): NonNullable<BuildOptions['entryPoints']> {
  const part = partOf.get(functionName)
  const index = `functions/${functionName}/handler.ts`
  return part === undefined ? { index } : { index, [part]: `functions/kit/${part}.ts` }
}

/** Leaves `import()` of a part as it is, for the file beside. */
export const laterParts: Plugin = {
  name: 'later-parts',
  setup: build =>
    build.onResolve({ filter: /^\.\/model-[a-z]+\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.mjs'), external: true } : undefined,
    ),
}
