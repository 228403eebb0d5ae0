import { once } from '../kit/once.ts'
import { streamHandler } from '../kit/stream.ts'
import { dependencies } from './dependencies.ts'
import { publish } from './publish.ts'

const deps = once(dependencies)

export const handler = streamHandler(() => changed => publish(deps(), changed))
