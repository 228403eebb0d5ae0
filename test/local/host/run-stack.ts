import { startStack } from './stack.ts'

/** A stack in a process of its own, to be killed: `node run-stack.ts <app> <data directory>` prints its address. */
const [folder = '', dataDir = ''] = process.argv.slice(2)
const { url } = await startStack(folder, dataDir)
console.log(url)
