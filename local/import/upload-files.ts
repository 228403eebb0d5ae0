import type { ImportApi } from './api-client.ts'
import { importId } from './import-id.ts'
import type { ListedFile } from './list-files.ts'
import type { ImportOptions } from './options.ts'
import type { Progress } from './progress.ts'
import { sideBySide } from './side-by-side.ts'

/** `continued`: the file had been uploaded before. */
export type Upload = { path: string; id: string; continued: boolean }

export const inFlight = 4

/** Brings every file to the stack that it does not have yet. */
export async function uploadFiles(
  api: ImportApi,
  files: ListedFile[],
  options: ImportOptions,
  progress: Progress,
): Promise<Upload[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  progress.update(0, total)
  return sideBySide(files, inFlight, async ({ path, bytes }) => {
    const { id, uploadUrl } = await api.start(await importId(path, options), options)
    if (uploadUrl !== undefined) await api.upload(uploadUrl, path)
    done += bytes
    progress.update(done, total)
    return { path, id, continued: uploadUrl === undefined }
  })
}
