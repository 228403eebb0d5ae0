import type { Api } from '../../client/api.ts'
import { ApiProblem, Unreachable } from '../../client/problem.ts'

export const importKinds = [
  ...(['mbox', 'eml', 'connect-records', 'twilio-calls', 'asterisk-cdr', 'csv', 'contacts'] as const),
] as const
export type ImportKind = (typeof importKinds)[number]

export type WantedImport = { kind: ImportKind; source: string; mapping: string; file: File | undefined }

/** Lines like `from.phone = Caller`: which column holds which field. */
export function readMapping(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap(line => {
    const [, field, column] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(line) ?? []
    return field === undefined || column === undefined ? [] : [[field, column]]
  })
  return Object.fromEntries(pairs)
}

/** Starts an import and uploads its file to where the API says. Answers with the id of the import. */
export async function startImport(api: Api, { kind, source, mapping, file }: WantedImport): Promise<string> {
  if (file === undefined)
    throw new ApiProblem(422, { title: 'There is no file', errors: [{ field: 'body.file', message: 'choose one' }] })
  const started = await api.startImport({
    kind,
    ...(source !== '' && { source }),
    ...(kind === 'csv' && { mapping: readMapping(mapping) }),
  })
  if (started.uploadUrl !== undefined) await upload(started.uploadUrl, file)
  return started.id
}

async function upload(url: string, file: File): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body: file }).catch((error: unknown) => {
    throw new Unreachable(error)
  })
  if (!answer.ok) throw new ApiProblem(answer.status, undefined)
}
