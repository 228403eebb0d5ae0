import { changeSchema } from '../../core/change/change.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const follow = once(dependencies)

export const handler = queueHandler(() => ({ schema: changeSchema, handle: change => follow()(change) }))
