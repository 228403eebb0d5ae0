import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { smallBytes } from '../../../local/engines/objects/body-files.ts'
import type { Announcement, ObjectRecord } from '../../../local/engines/objects/object-index.ts'
import { ObjectStore } from '../../../local/engines/objects/object-store.ts'
import { tempDir } from '../temp-dir.ts'

const announce = ({ key }: Pick<ObjectRecord, 'key'>) => [{ queue: 'work', message: key }]

function open(folder: string, deliver: (announcement: Announcement) => void, fsync: 'normal' | 'full' = 'normal') {
  const store = new ObjectStore(folder, fsync, announce, deliver)
  onTestFinished(() => close(store))
  return store
}

function close(store: ObjectStore): void {
  try {
    store.close()
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('not open'))) throw error
  }
}

async function* bytesOf(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text)
}

const put = async (store: ObjectStore, key: string, ...texts: string[]) =>
  store.put(
    { bucket: 'intake', key, contentType: 'text/plain', metadata: {} },
    await store.receive(bytesOf(...texts)),
    1000,
  )

const textOf = (store: ObjectStore, key: string): string | undefined => {
  const record = store.get('intake', key)
  return record && store.readSmall(record, { start: 0, end: record.size - 1 }).toString()
}

const bodiesIn = (folder: string): string[] =>
  readdirSync(join(folder, 'bodies'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name)

function countIn(folder: string, table: string): unknown {
  const db = new DatabaseSync(join(folder, 'objects.db'), { readOnly: true })
  try {
    return db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows
  } finally {
    db.close()
  }
}

const smallBodiesIn = (folder: string) => countIn(folder, 'small_bodies')
const announcementsIn = (folder: string) => countIn(folder, 'announcements')

test.each(['normal', 'full'] as const)('an object and its announcement outlive a restart (fsync %s)', async fsync => {
  const folder = tempDir()
  const sent: string[] = []
  const first = open(folder, ({ message }) => void sent.push(message), fsync)
  await put(first, 'payloads/1', 'hello ', 'world')
  close(first)
  const second = open(folder, ({ message }) => void sent.push(message), fsync)
  expect(second.payDebts()).toBe(0)
  expect([textOf(second, 'payloads/1'), sent]).toEqual(['hello world', ['payloads/1']])
})

test('a process that dies between storing and announcing leaves a debt that the next start pays', async () => {
  const folder = tempDir()
  const dying = open(folder, () => {
    throw new Error('the process is gone')
  })
  await expect(put(dying, 'payloads/1', 'hello')).rejects.toThrow('the process is gone')
  close(dying)
  const sent: string[] = []
  const next = open(folder, ({ message }) => void sent.push(message))
  expect([next.payDebts(), sent, textOf(next, 'payloads/1')]).toEqual([1, ['payloads/1'], 'hello'])
  expect(next.payDebts()).toBe(0)
})

const large = (letter: string): string => letter.repeat(smallBytes + 1)

test.each([
  ['', 0],
  ['a'.repeat(smallBytes), 0],
  [large('a'), 1],
])('bytes come back as they were, from a file only when they are many', async (text, files) => {
  const folder = tempDir()
  const store = open(folder, () => undefined)
  const { size, etag } = await put(store, 'files/1', text.slice(0, 100), text.slice(100))
  expect([textOf(store, 'files/1') === text, size, bodiesIn(folder).length]).toEqual([true, text.length, files])
  expect(etag).toBe(createHash('md5').update(text).digest('hex'))
})

test.each([
  ['old', 'new', 0],
  [large('o'), large('n'), 1],
  [large('o'), 'new', 0],
  ['old', large('n'), 1],
])(
  'a new version takes the place of the old, whose bytes are gone; so are those of a removed object',
  async (old, next, files) => {
    const folder = tempDir()
    const store = open(folder, () => undefined)
    await put(store, 'files/1', old)
    await put(store, 'files/1', next)
    expect([textOf(store, 'files/1'), bodiesIn(folder).length]).toEqual([next, files])
    await store.remove('intake', 'files/1')
    expect([store.get('intake', 'files/1'), bodiesIn(folder)]).toEqual([undefined, []])
    close(store)
    expect(smallBodiesIn(folder)).toBe(0)
  },
)

test('what was sent is not owed any more a moment later', async () => {
  const folder = tempDir()
  const store = open(folder, () => undefined)
  await put(store, 'payloads/1', 'hello')
  await vi.waitFor(() => expect(announcementsIn(folder)).toBe(0))
})

test('what broke off while it came in is not kept, and is gone after a crash too', async () => {
  const folder = tempDir()
  const store = open(folder, () => undefined)
  async function* breaking() {
    yield Buffer.from(large('h'))
    throw new Error('connection lost')
  }
  await expect(store.receive(breaking())).rejects.toThrow('connection lost')
  expect(bodiesIn(folder)).toEqual([])
  writeFileSync(join(folder, 'bodies', 'incoming', 'crashed'), 'half')
  open(folder, () => undefined)
  expect(bodiesIn(folder)).toEqual([])
})

test('a damaged index is named in one message', () => {
  const folder = tempDir()
  writeFileSync(join(folder, 'objects.db'), 'this is no database. '.repeat(100))
  expect(() => open(folder, () => undefined)).toThrow(/objects\.db cannot be opened: .*\n.*another THROUGHLINE_DATA/)
})
