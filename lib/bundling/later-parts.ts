import type { BuildOptions, Plugin } from 'esbuild'

/** Functions that load `functions/kit/model-insights.ts` by `import()`, where a setting asks for it. */
const askingModels = ['index-search', 'learn-topics']

/**
 * The files that a bundle is made of: `index`, and beside it what is read only where a setting asks for it, with all that
 * it needs. `splitting` of esbuild would share files between both, and whole: then what only the part needs is read always.
 */
export const entryPoints = (functionName: string): NonNullable<BuildOptions['entryPoints']> => ({
  index: `functions/${functionName}/handler.ts`,
  ...(askingModels.includes(functionName) && { 'model-insights': 'functions/kit/model-insights.ts' }),
})

/** Leaves `import()` of a part as it is, for the file beside. */
export const laterParts: Plugin = {
  name: 'later-parts',
  setup: build =>
    build.onResolve({ filter: /^\.\/model-insights\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './model-insights.mjs', external: true } : undefined,
    ),
}
