import type { ShownImport } from '../../core/api/import.ts'
import type { ImportApi, Pause } from './api-client.ts'
import type { Progress } from './progress.ts'
import { sideBySide } from './side-by-side.ts'
import { inFlight, type Upload } from './upload-files.ts'

export type Recorded = Upload & { shown: ShownImport }

const firstPauseMs = 200
const longestPauseMs = 2_000

/** Waits until every row of every file is recorded, or its file turned out to be unreadable. */
export async function awaitRecorded(
  api: ImportApi,
  uploads: Upload[],
  progress: Progress,
  pause: Pause,
): Promise<Recorded[]> {
  const latest = new Map<string, ShownImport>()
  const note = (shown: ShownImport): ShownImport => {
    latest.set(shown.id, shown)
    const known = [...latest.values()]
    progress.update(
      sum(known, ({ counts }) => counts.read),
      sum(known, expectedRows),
    )
    return shown
  }
  return sideBySide(uploads, inFlight, async upload => {
    for (let ms = firstPauseMs; ; ms = Math.min(longestPauseMs, ms * 1.5)) {
      const shown = note(await api.read(upload.id, 1))
      if (shown.state === 'done' || shown.state === 'failed') return { ...upload, shown }
      await pause(ms)
    }
  })
}

/** Of a file that is still being read, at least one row more than is recorded. */
const expectedRows = ({ state, rows, counts }: ShownImport): number =>
  rows ?? (state === 'failed' ? counts.read : counts.read + 1)

const sum = (imports: ShownImport[], of: (shown: ShownImport) => number): number =>
  imports.reduce((total, shown) => total + of(shown), 0)
