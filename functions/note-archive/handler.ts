import { noteAll, notedOf } from '../../core/archive/note-change.ts'
import { changeSchema } from '../../core/change/change.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: changeSchema,
  handle: change => notedOf(deps(), change),
  finish: noted => noteAll(deps(), noted),
}))
