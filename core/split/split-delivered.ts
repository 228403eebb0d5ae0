import type { Import } from '../import/import.ts'
import { parseObjectName } from '../raw/object-name.ts'
import type { Delivery } from '../record/delivery.ts'
import { RetryLater } from '../record/outcome.ts'
import { type SetAsideStore, setAsideId } from '../record/set-aside.ts'
import { type SplitFile, splitFile } from './split-file.ts'

export type SplitDelivered = SplitFile & { setAside: SetAsideStore; now: () => Date }

/** A file landed in the bucket: an import that was asked for, or a file that somebody dropped there. */
export async function splitDelivered(deps: SplitDelivered, delivery: Delivery): Promise<void> {
  const name = parseObjectName(delivery.object)
  if (name?.holds !== 'file') return keepAside(deps, delivery, 'no door gives files such a name')
  const known = (await deps.imports.read(name.importId)) ?? (await begin(deps, delivery.object, name))
  const done = await splitFile(deps, known)
  if (done.state === 'failed') await keepAside(deps, delivery, done.reason ?? 'the file could not be cut into rows')
  else if (delivery.replayOf !== undefined) await deps.setAside.remove(delivery.replayOf)
}

type FileName = { format: string; source: string; importId: string }

async function begin(deps: SplitDelivered, object: string, { format, source, importId }: FileName): Promise<Import> {
  const dropped: Import = {
    ...{ v: 1, id: importId, kind: format, source, object },
    createdAt: deps.now().toISOString(),
    createdBy: 'a dropped file',
    state: 'reading',
    checkpoint: { rows: 0, bytes: 0 },
    version: 1,
  }
  if (await deps.imports.write(dropped, undefined)) return dropped
  throw new RetryLater('another run just began with the same file')
}

async function keepAside(deps: SplitDelivered, delivery: Delivery, reason: string): Promise<void> {
  const at = deps.now().toISOString()
  await deps.setAside.write({
    v: 1,
    id: delivery.replayOf ?? setAsideId(at, delivery.object, 0),
    at,
    stage: 'split',
    reason,
    rawRef: { object: delivery.object, offset: 0, length: 0 },
    message: JSON.stringify(delivery),
    replays: 0,
  })
}
