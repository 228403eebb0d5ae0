import { expect, test } from 'vitest'
import type { Delivery } from '../../core/record/delivery.ts'
import { splitDelivered } from '../../core/split/split-delivered.ts'
import { memoryDeps, now } from './memory-deps.ts'
import { words } from './words.ts'

const object = 'files/words/support/imp1'
const delivery: Delivery = { v: 1, object }

async function splitter(lines: string[], { rowsPerRun = 1e9 } = {}) {
  const deps = memoryDeps([words])
  await deps.raw.write(object, new TextEncoder().encode(lines.join('\n')))
  const sent: Delivery[] = []
  const send = async (deliveries: Delivery[]) => {
    sent.push(...deliveries)
  }
  const startRun = () => {
    const end = sent.length + rowsPerRun
    return () => sent.length < end
  }
  const splitNamed = (name: string) => deps.formatNamed(name)?.split
  return { ...deps, splitNamed, send, startRun, now: () => new Date(now), sent }
}

test('a file becomes a message a row: where its bytes are, its line, and how many identical rows come before it', async () => {
  const deps = await splitter(['one', 'two', 'one'])
  await splitDelivered(deps, delivery)
  expect(deps.sent).toMatchObject([
    { object, offset: 0, length: 3, line: 1, ordinal: 0, importId: 'imp1' },
    { object, offset: 4, length: 3, line: 2, ordinal: 0 },
    { object, offset: 8, length: 3, line: 3, ordinal: 1 },
  ])
  expect(await deps.imports.read('imp1')).toMatchObject({ state: 'read', checkpoint: { rows: 3 }, kind: 'words' })
})

test('a run that ends early is taken up where it stopped, with the same ordinals', async () => {
  const lines = Array.from({ length: 3500 }, (_, n) => `row ${n % 50}`)
  const deps = await splitter(lines, { rowsPerRun: 1000 })
  for (const run of [1000, 2000, 3000]) {
    await expect(splitDelivered(deps, delivery)).rejects.toThrow('the next run goes on')
    expect(deps.sent).toHaveLength(run)
  }
  await splitDelivered(deps, delivery)
  expect(deps.sent.map(({ line }) => line)).toEqual(lines.map((_, at) => at + 1))
  expect(deps.sent.map(({ ordinal }) => ordinal)).toEqual(lines.map((_, at) => Math.floor(at / 50)))
})

test('a file that was read already sends nothing again', async () => {
  const deps = await splitter(['one'])
  await splitDelivered(deps, delivery)
  await splitDelivered(deps, delivery)
  expect(deps.sent).toHaveLength(1)
})

test.each([
  ['files/unheard-of/support/imp2', 'no channel reads files of the kind unheard-of'],
  ['files/words/support/gone', 'the uploaded file is no longer stored'],
  ['payloads/words/support/x', 'no door gives files such a name'],
])('%s is set aside: %s', async (name, reason) => {
  const deps = await splitter([])
  await splitDelivered(deps, { v: 1, object: name })
  expect(await deps.setAside.list(10)).toMatchObject([{ stage: 'split', reason }])
})
