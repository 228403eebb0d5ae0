import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorldEvent } from './event.ts'
import type { WorldOptions } from './options.ts'
import { people } from './people/people.ts'
import { world } from './world.ts'

/** An event as one line of JSON. */
export const jsonLine = ({ bytes, ...event }: WorldEvent): string =>
  JSON.stringify({ ...event, bytes: Buffer.from(bytes).toString('base64') })

/** Writes a line and waits when the other side is slow, so that nothing piles up in memory. */
export async function writeLine(to: NodeJS.WritableStream, line: string): Promise<void> {
  if (!to.write(`${line}\n`)) await once(to, 'drain')
}

/** Writes a world into a folder: mails and files as they are, webhooks and the truth as lines of JSON. */
export async function writeOut(options: WorldOptions, folder: string): Promise<number> {
  await mkdir(join(folder, 'mail'), { recursive: true })
  await mkdir(join(folder, 'files'), { recursive: true })
  const webhooks = createWriteStream(join(folder, 'webhooks.jsonl'))
  const truth = createWriteStream(join(folder, 'truth.jsonl'))
  let written = 0
  for (const event of world(options)) {
    const { id, at, door, format, file } = event
    if (door === 'webhook') await writeLine(webhooks, jsonLine({ ...event, truth: [] }))
    else
      await writeFile(join(folder, door === 'smtp' ? `mail/${id}.eml` : `files/${id}-${file ?? format}`), event.bytes)
    await writeLine(truth, JSON.stringify({ id, at, door, format, truth: event.truth }))
    written++
  }
  await Promise.all([closed(webhooks), closed(truth), writePeople(options, folder)])
  return written
}

async function writePeople(options: WorldOptions, folder: string): Promise<void> {
  const file = createWriteStream(join(folder, 'people.jsonl'))
  for (const person of people(options)) await writeLine(file, JSON.stringify(person))
  await closed(file)
}

async function closed(stream: WriteStream): Promise<void> {
  stream.end()
  await once(stream, 'close')
}
