import { announcementSchema } from '../../core/record/delivery.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import { recordResults } from '../../core/record/record-results.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: announcementSchema,
  handle: deliveries => Promise.all(deliveries.map(delivery => recordContact(deps(), delivery))),
  finish: recorded => recordResults(deps(), recorded.flat()),
}))
