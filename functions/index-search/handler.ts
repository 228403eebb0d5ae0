import { changeSchema } from '../../core/change/change.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { tellContact } from '../../core/topic/tell-contact.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: changeSchema,
  handle: change => Promise.all([indexContact(deps(), change), tellContact(deps(), change)]),
}))
