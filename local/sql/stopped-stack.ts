import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bodyPath } from '../engines/objects/body-files.ts'
import { ObjectIndex } from '../engines/objects/object-index.ts'
import { isSmallBody } from '../engines/objects/small-bodies.ts'
import { StartError } from '../start-error.ts'
import type { ObjectSource } from './archive-copy.ts'

/** The objects of a data directory, read beside a running stack or without one. Nothing is written there. */
export function objectsOnDisk(dataDir: string): ObjectSource & { close: () => void } {
  const folder = join(dataDir, 'objects')
  if (!existsSync(folder))
    throw new StartError(`There is no stack's data in ${dataDir}: run npm start, or name it in THROUGHLINE_DATA.`)
  const index = new ObjectIndex(folder, 'normal')
  return {
    bucketsWith: prefix => index.bucketsWith(prefix),
    list: range => index.list(range),
    bytes: record =>
      isSmallBody(record.body) ? index.read(record) : readFileSync(bodyPath(join(folder, 'bodies'), record.body)),
    close: () => index.close(),
  }
}
