import { auditOfChange } from '../../adapters/dynamodb/changes.ts'
import { once } from '../kit/once.ts'
import { streamHandler } from '../kit/stream.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = streamHandler(() => changed => deps().audit.send(changed.flatMap(auditOfChange)))
