import { rmSync } from 'node:fs'
import { runStack } from '../../test/journey/running-stack.ts'
import { type Measure, median } from '../measure.ts'

const starts = 3

/** From the command to the first answer of /healthz. */
export const startTime: Measure = {
  name: 'start-time',
  about: 'npm start to ready',
  run: async () => {
    // The first time, nothing is synthesized yet.
    rmSync(new URL('../../cdk.out', import.meta.url), { recursive: true, force: true })
    const { seconds: first, result: stack } = await timed(runStack)
    const later: number[] = []
    for (let n = 0; n < starts; n++) {
      await stack.end()
      later.push((await timed(stack.restart)).seconds)
    }
    await stack.stop()
    return [
      { name: 'npm start to ready, the first time', value: first, unit: 's', reach: { most: 20 } },
      { name: 'npm start to ready, after that: median', value: median(later), unit: 's', reach: { most: 5 } },
    ]
  },
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const before = performance.now()
  const result = await work()
  return { seconds: (performance.now() - before) / 1000, result }
}
