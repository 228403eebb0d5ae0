import { connect, disconnect, receive } from '../../core/live/serve.ts'
import { once } from '../kit/once.ts'
import { socketHandler } from '../kit/socket.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = socketHandler(() => ({
  connect: (id, { ticket = '' }) => connect(deps(), id, ticket),
  message: (id, body) => receive(deps(), id, body),
  disconnect: id => disconnect(deps(), id),
  close: id => deps().poster.close(id),
}))
