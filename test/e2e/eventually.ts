import { setTimeout as pause } from 'node:timers/promises'

/** Asks again until it is so; rejects when it is not within two minutes. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('it did not become so within two minutes')
    await pause(100)
  }
}
