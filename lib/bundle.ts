import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda'
import { AssetHashType, DockerImage } from 'aws-cdk-lib/core'

const root = fileURLToPath(new URL('..', import.meta.url))
const esbuild = join(root, 'lib', 'bundling', 'esbuild.ts')

/**
 * Makes the bundle of a function, `index.mjs`, in a folder. In a process of its own, because aws-cdk-lib waits for
 * bundling and esbuild takes plugins only where nobody waits.
 *
 * @throws Error when esbuild refuses; it has said on stderr what and where.
 */
export function bundle(functionName: string, folder: string): void {
  const { status, error } = spawnSync(process.execPath, [esbuild, functionName, folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`functions/${functionName} cannot be bundled: see above`, { cause: error })
}

/**
 * The bundle as the code of a function. Not by NodejsFunction of aws-cdk-lib: it starts npx and a shell for each
 * function and takes no plugins (docs/decisions/0045-bundling.md).
 */
export const bundledCode = (functionName: string): AssetCode =>
  Code.fromAsset(join(root, 'functions', functionName), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: neverUsed,
      local: { tryBundle: folder => succeed(() => bundle(functionName, folder)) },
    },
  })

/** aws-cdk-lib demands an image for where local bundling is not possible; ours throws instead. */
const neverUsed = DockerImage.fromRegistry('bundled-without-docker')

function succeed(work: () => void): true {
  work()
  return true
}
