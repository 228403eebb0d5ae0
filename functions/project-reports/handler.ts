import { projector } from '../../core/report/gather.ts'
import { reportMessageSchema } from '../../core/report/message.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const project = projector(once(dependencies))

export const handler = queueHandler(() => ({ schema: reportMessageSchema, handle: project }))
