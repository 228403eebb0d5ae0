import { announcementSchema } from '../../core/record/delivery.ts'
import { splitDelivered } from '../../core/split/split-delivered.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: announcementSchema,
  handle: deliveries => Promise.all(deliveries.map(delivery => splitDelivered(deps(), delivery))),
}))
