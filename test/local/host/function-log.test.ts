import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FunctionLog } from '../../../local/host/functions/function-log.ts'
import { tempDir } from '../temp-dir.ts'

test('each line has its time before it, and the file is only for its owner', async () => {
  const folder = join(tempDir(), 'logs')
  const log = new FunctionLog(folder, 'record-contact')
  log.write('one\ntwo\n')
  await log.close()
  const file = join(folder, 'record-contact.log')
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\S+Z one\n\d{4}-\S+Z two\n$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a log that grew large is put aside, and the one before that is dropped', async () => {
  const folder = tempDir()
  for (let run = 0; run < 5; run++) {
    const log = new FunctionLog(folder, 'noisy')
    for (let line = 0; line < 6; line++) log.write('x'.repeat(1024 * 1024))
    await log.close()
  }
  const sizes = ['noisy.log', 'noisy.log.1'].map(name => statSync(join(folder, name)).size)
  expect(Math.max(...sizes)).toBeLessThan(12 * 1024 * 1024)
})
