import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockData } from '../../../local/data/lock.ts'
import { tempDir } from '../temp-dir.ts'

test('one stack at a time; the second is told which process to stop', () => {
  const dataDir = tempDir()
  const free = lockData(dataDir)
  expect(() => lockData(dataDir)).toThrow(`Another stack (process ${process.pid}) works in ${dataDir}.`)
  free()
  lockData(dataDir)()
})

test('another process holds the lock until it dies, also by kill -9', async () => {
  const dataDir = tempDir()
  const module = new URL('../../../local/data/lock.ts', import.meta.url).href
  const script = `const { lockData } = await import('${module}'); lockData('${dataDir}'); console.log('locked'); setInterval(() => 0, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void other.kill('SIGKILL'))
  await once(other.stdout, 'data')
  expect(() => lockData(dataDir)).toThrow(`Another stack (process ${other.pid}) works in`)
  other.kill('SIGKILL')
  await once(other, 'exit')
  lockData(dataDir)()
})

test('a directory that cannot be made is named', () => {
  const file = join(tempDir(), 'file')
  writeFileSync(file, '')
  expect(() => lockData(join(file, 'data'))).toThrow(/file\/data cannot be used: ENOTDIR.*Set THROUGHLINE_DATA/)
})
