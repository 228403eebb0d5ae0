import { fileURLToPath } from 'node:url'
import type { BuildOptions } from 'esbuild'
import { constantKeys } from './constant-keys.ts'
import { entryPoints, laterParts } from './later-parts.ts'

/**
 * How the bundle of a function is made, `index.mjs` in the folder: one minified ES module, with the AWS SDK inside,
 * which starts faster than the runtime's copy. Some dependencies are CommonJS and call `require`, which a module does
 * not have: hence the banner. What the SDK carries and no function uses is left out by aliases: other credentials than
 * the environment's, bearer tokens, endpoints that are looked for, answers in events.
 */
export const bundleOptions = (functionName: string, folder: string): BuildOptions => ({
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  entryPoints: entryPoints(functionName),
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  legalComments: 'none',
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': './functions/kit/credentials.ts',
    '@aws-sdk/middleware-endpoint-discovery': './functions/kit/no-endpoint-discovery.ts',
    '@aws-sdk/token-providers': './functions/kit/no-tokens.ts',
    '@smithy/core/event-streams': './functions/kit/no-event-streams.ts',
  },
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  plugins: [constantKeys, laterParts],
  logLevel: 'error',
})
