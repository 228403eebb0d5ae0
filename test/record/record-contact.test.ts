import { expect, test } from 'vitest'
import { payloadName } from '../../core/raw/object-name.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import { recordResults } from '../../core/record/record-results.ts'
import { memoryDeps } from './memory-deps.ts'
import { words } from './words.ts'

const received = Date.parse('2026-03-01T09:30:00.000Z')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Stores a payload and records it. */
async function record(text: string, deps = memoryDeps([words]), format = 'words') {
  const object = payloadName(format, 'support', received, 'a'.repeat(32))
  await deps.raw.write(object, bytesOf(text))
  return { deps, object, recorded: await recordContact(deps, { v: 1, object }) }
}

const alicesEntries = (deps: ReturnType<typeof memoryDeps>) =>
  deps.timeline.readStream('email:alice@example.com', 100, {})

test('a payload becomes contacts on streams, each stream with its customer', async () => {
  const { deps, recorded } = await record('first\nsecond')
  expect(recorded).toMatchObject({ added: 2, alreadyThere: 0, setAside: [] })
  expect(await alicesEntries(deps)).toHaveLength(2)
  const [pointer] = await deps.identityStore.readPointers([{ type: 'email', value: 'alice@example.com' }])
  expect(pointer?.customer).toMatch(/^cus_[a-z2-7]{26}$/)
})

test('recorded again it changes nothing', async () => {
  const { deps, object } = await record('first\nsecond')
  const before = await alicesEntries(deps)
  await recordContact(deps, { v: 1, object })
  expect(await alicesEntries(deps)).toEqual(before)
})

test('what is not understood is one set-aside item; the rest of the payload is recorded', async () => {
  const { deps, object, recorded } = await record('first\nodd\nodd\nskip')
  expect(recorded).toMatchObject({ added: 1, notAContact: ['it says so'] })
  const items = await deps.setAside.list(10)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    at: '2026-03-01T09:30:00.000Z',
    stage: 'parse',
    format: 'words',
    source: 'support',
    reason: 'nobody knows what it means (and 1 more in the same payload)',
    rawRef: { object, offset: 0 },
  })
})

test('a replay that is understood takes the item away', async () => {
  const { deps, object } = await record('odd')
  const [item] = await deps.setAside.list(1)
  if (item === undefined) throw new Error('nothing was set aside')
  await deps.raw.write(object, bytesOf('now it is clear'))
  await recordContact(deps, { v: 1, object, replayOf: item.id })
  expect(await deps.setAside.list(10)).toEqual([])
  expect(await alicesEntries(deps)).toHaveLength(1)
})

test.each([
  [`payloads/unheard-of/support/2026-03-01/1772357400000-${'a'.repeat(32)}`, 'no channel reads the format unheard-of'],
  ['somewhere/else', 'no door gives objects such a name'],
])('%s is set aside: %s', async (object, reason) => {
  const deps = memoryDeps([words])
  await deps.raw.write(object, bytesOf('x'))
  await recordContact(deps, { v: 1, object })
  expect(await deps.setAside.list(10)).toMatchObject([{ reason }])
})

test('a payload that is gone is set aside', async () => {
  const deps = memoryDeps([words])
  await recordContact(deps, { v: 1, object: 'payloads/words/support/2026-03-01/x' })
  expect(await deps.setAside.list(10)).toMatchObject([{ reason: 'the raw payload is no longer stored' }])
})

test('a parser that breaks makes the message go back to its queue', async () => {
  await expect(record('break')).rejects.toThrow('broken')
})

test('a deletion before and after its contact leaves the same', async () => {
  const after = await record('hello\ndelete hello')
  const before = await record('delete hello\nhello')
  expect(await alicesEntries(before.deps)).toMatchObject([{ state: { deletedAt: '2026-03-01T09:30:00.000Z' } }])
  const parts = async (deps: ReturnType<typeof memoryDeps>) =>
    (await alicesEntries(deps)).map(entry => (entry.type === 'contact' ? entry.state : entry))
  expect(await parts(before.deps)).toEqual(await parts(after.deps))
})

test('rows of an import are counted by line, however often they come', async () => {
  const deps = memoryDeps([words])
  const object = 'files/words/support/imp1'
  const lines = ['one', 'skip', 'odd', 'one']
  await deps.raw.write(object, bytesOf(lines.join('\n')))
  let offset = 0
  const deliveries = lines.map((line, at) => {
    const delivery = { v: 1 as const, object, offset, length: line.length, line: at + 1, ordinal: 0, importId: 'imp1' }
    offset += line.length + 1
    return delivery
  })
  for (const delivery of [...deliveries, ...deliveries])
    await recordResults(deps, [await recordContact(deps, delivery)])
  expect(await deps.imports.counts('imp1')).toMatchObject({ added: 1, alreadyThere: 1, notAContact: 1, setAside: 1 })
  expect(await deps.imports.reasons('imp1', 10)).toMatchObject([
    { line: 2, outcome: 'not a contact', reason: 'it says so' },
    { line: 3, outcome: 'set aside', reason: 'nobody knows what it means' },
  ])
})
