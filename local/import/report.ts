import type { ImportApi } from './api-client.ts'
import type { Recorded } from './await-recorded.ts'

/** More lines than this are better read through the API. */
const maxLines = 100

const pageSize = 100

/** What became of the files: counts over all of them, and the lines that gave no contact. */
export async function report(api: ImportApi, recorded: Recorded[], print: (line: string) => void): Promise<void> {
  const { counts, failed } = summary(recorded)
  const continued = recorded.filter(each => each.continued).length
  print(`${recorded.length} files, ${continued} of them continued from an earlier run`)
  print(
    `${counts.read} rows: ${counts.added} added, ${counts.alreadyThere} already there, ${counts.notAContact} not a contact, ${counts.setAside} set aside`,
  )
  for (const { path, shown } of failed) print(`${path} could not be read: ${shown.reason ?? 'no reason was given'}`)
  let left = maxLines
  for (const each of recorded) left = await printLines(api, each, left, print)
}

/** Sums over all files, and those that could not be read. */
export function summary(recorded: Recorded[]) {
  const counts = { read: 0, added: 0, alreadyThere: 0, notAContact: 0, setAside: 0 }
  for (const { shown } of recorded) {
    counts.read += shown.counts.read
    counts.added += shown.counts.added
    counts.alreadyThere += shown.counts.alreadyThere
    counts.notAContact += shown.counts.notAContact
    counts.setAside += shown.counts.setAside
  }
  return { counts, failed: recorded.filter(({ shown }) => shown.state === 'failed') }
}

/** Prints at most `left` lines of a file, and says how many may still be printed. */
async function printLines(
  api: ImportApi,
  { path, id, shown }: Recorded,
  left: number,
  print: (line: string) => void,
): Promise<number> {
  const { notAContact, setAside } = shown.counts
  let unprinted = notAContact + setAside
  let room = left
  let cursor: string | undefined
  while (unprinted > 0 && room > 0) {
    const { items, cursor: next } = (await api.read(id, Math.min(room, pageSize), cursor)).lines
    for (const { line, outcome, reason } of items) print(`${path}:${line} ${outcome}: ${reason}`)
    unprinted -= items.length
    room -= items.length
    cursor = next
    if (next === undefined) break
  }
  if (cursor !== undefined || (room === 0 && unprinted > 0))
    print(`${path}: ${unprinted} more lines in GET /v1/imports/${id}`)
  return room
}
