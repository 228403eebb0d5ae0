import { expect, test } from 'vitest'
import { setAsideSchema } from '../../core/record/set-aside.ts'
import { keepDead, setAsideDead } from '../../core/record/set-aside-dead.ts'
import { memoryDeps } from './memory-deps.ts'

const sentAt = '2026-03-01T09:00:00.000Z'
const key = `payloads/mail/support/2026-03-01/1772355600000-${'b'.repeat(32)}`
const notification = JSON.stringify({ Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] })

test('a dead notification of the bucket is kept with what replays it', () => {
  const [item] = setAsideDead({ messageId: 'm', body: notification, queue: 'record', sentAt })
  expect(setAsideSchema.parse(item)).toMatchObject({
    stage: 'record',
    source: 'support',
    format: 'mail',
    rawRef: { object: key },
  })
  expect(JSON.parse(item?.message ?? '')).toEqual({ v: 1, object: key })
})

test('a dead row of a file keeps its line and place', () => {
  const body = JSON.stringify({ v: 1, object: 'files/mbox/support/i', offset: 7, length: 9, line: 3, importId: 'i' })
  const [item] = setAsideDead({ messageId: 'm', body, queue: 'record', sentAt })
  expect(item).toMatchObject({ line: 3, importId: 'i', rawRef: { offset: 7, length: 9 } })
})

test.each([
  ['record', 'not json'],
  ['split', '{"of":"no form"}'],
  ['audit', '{"v":1}'],
] as const)('anything else dead in the %s queue is kept as it is', (queue, body) => {
  const [item] = setAsideDead({ messageId: 'm', body, queue, sentAt })
  expect(setAsideSchema.parse(item)).toMatchObject({ stage: queue, message: body })
})

test('a dead row counts as set aside in its import, once', async () => {
  const deps = memoryDeps([])
  const body = JSON.stringify({ v: 1, object: 'files/mbox/support/i', offset: 7, length: 9, line: 3, importId: 'i' })
  await keepDead(deps, { messageId: 'm', body, queue: 'record', sentAt })
  await keepDead(deps, { messageId: 'm', body, queue: 'record', sentAt })
  expect(await deps.setAside.list(10)).toHaveLength(1)
  expect(await deps.imports.counts('i')).toMatchObject({ setAside: 1 })
})
