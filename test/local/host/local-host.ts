import { onTestFinished } from 'vitest'
import { callAws } from '../../../local/engines/aws-json.ts'
import { tempDir } from '../temp-dir.ts'
import { type StackOptions, startStack } from './stack.ts'

/** An app run for one test. `stop` and another call with the same data directory is a restart. */
export async function localHost(folder: string, options: StackOptions = {}, dataDir = tempDir()) {
  const lines: string[] = []
  const stack = await startStack(folder, dataDir, { report: line => void lines.push(line), ...options })
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await stack.stop()
  }
  onTestFinished(stop)
  const target = { endpoint: stack.dynamo.endpoint, accessKeyId: 'test' }
  const dynamoDb = (operation: string, input: object): Promise<unknown> =>
    callAws(target, `DynamoDB_20120810.${operation}`, { TableName: 'timeline', ...input })
  return { ...stack, dataDir, lines, dynamoDb, stop }
}
