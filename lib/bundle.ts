import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda'
import { AssetHashType, DockerImage } from 'aws-cdk-lib/core'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * One minified ES module, `index.mjs`, with the AWS SDK inside, which starts faster than the runtime's copy. Some
 * dependencies are CommonJS and call `require`, which a module does not have: hence the banner. Credentials come from the
 * environment alone: see functions/kit/credentials.ts.
 */
export function bundle(functionName: string, outputFolder: string): void {
  buildSync({
    absWorkingDir: root,
    entryPoints: [`functions/${functionName}/handler.ts`],
    outfile: join(outputFolder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': './functions/kit/credentials.ts' },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  })
}

/**
 * The bundle as the code of a function. Called in process and not by NodejsFunction of aws-cdk-lib, which starts npx
 * and a shell for each function: half a second each.
 */
export const bundledCode = (functionName: string): AssetCode =>
  Code.fromAsset(join(root, 'functions', functionName), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: neverUsed,
      local: { tryBundle: outputFolder => succeed(() => bundle(functionName, outputFolder)) },
    },
  })

/** aws-cdk-lib demands an image for where local bundling is not possible; ours throws instead. */
const neverUsed = DockerImage.fromRegistry('bundled-without-docker')

function succeed(work: () => void): true {
  work()
  return true
}
