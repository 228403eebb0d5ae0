import * as z from 'zod'
import {
  defaultImportSource,
  importIdSchema,
  importQuerySchema,
  linePositionSchema,
  type NewImport,
  newImportSchema,
  showImport,
  shownImportSchema,
  startedImportSchema,
} from '../../../core/api/import.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, actorName } from '../../../core/api/role.ts'
import type { Import } from '../../../core/import/import.ts'
import { fileName } from '../../../core/raw/object-name.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'

/** Files of many contacts. */
export const importRoutes = (deps: ApiDependencies): Route[] => [startRoute(deps), readRoute(deps)]

const startRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/imports',
    roles: ['operator'],
    summary: 'Start an import, or continue the one with this id; PUT the file to uploadUrl',
    params: nothing,
    query: nothing,
    body: newImportSchema,
    answer: startedImportSchema,
    status: 201,
    handle: async ({ body, actor }) => {
      const wanted = newImport(deps, body, actor)
      const { id, state, object } = await startOrContinue(deps, wanted)
      if (state === 'awaiting upload') return { id, state, uploadUrl: await deps.uploadUrl(object) }
      return { id, state: state === 'read' ? ('recording' as const) : state }
    },
  })

/** One that failed is read anew, since whatever stood in its way may be mended. */
async function startOrContinue({ imports }: ApiDependencies, wanted: Import): Promise<Import> {
  if (await imports.write(wanted, undefined)) return wanted
  const known = await imports.read(wanted.id)
  if (known?.object !== wanted.object) {
    throw new Problem('conflict', 'Another import has this id, of another kind or source. Choose a new id.')
  }
  if (known.state !== 'failed') return known
  const anew = { ...wanted, version: known.version + 1 }
  if (await imports.write(anew, known.version)) return anew
  throw new Problem('conflict', 'Somebody else is starting the same import.')
}

function newImport(deps: ApiDependencies, { kind, source, mapping, id }: NewImport, actor: Actor): Import {
  const importId = id ?? deps.newId()
  const sourceId = source ?? defaultImportSource(kind)
  return {
    v: 1,
    id: importId,
    kind,
    source: sourceId,
    object: fileName(kind, sourceId, importId),
    createdAt: deps.now(),
    createdBy: actorName(actor),
    ...(mapping && { mapping }),
    state: 'awaiting upload',
    checkpoint: { rows: 0, bytes: 0 },
    version: 1,
  }
}

const readRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/imports/{id}',
    roles: ['operator'],
    summary: 'How far an import is, and the lines that gave no contact',
    params: z.object({ id: importIdSchema }),
    query: importQuerySchema,
    body: nothing,
    answer: shownImportSchema,
    handle: async ({ params: { id }, query }) => {
      const after = readCursor(linePositionSchema, query.cursor)
      const [record, counts, reasons] = await Promise.all([
        deps.imports.read(id),
        deps.imports.counts(id),
        deps.imports.reasons(id, query.limit + 1, after?.line),
      ])
      if (record === undefined) throw new Problem('not-found', 'There is no import with this id.')
      const items = reasons.slice(0, query.limit)
      const last = items.at(-1)
      const more = reasons.length > query.limit && last ? { cursor: writeCursor({ line: last.line }) } : {}
      return showImport(record, counts, { items, ...more })
    },
  })
