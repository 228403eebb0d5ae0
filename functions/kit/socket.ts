import * as z from 'zod'
import { errorFields, log } from './log.ts'

/**
 * What is used of an event of a WebSocket API with Lambda proxy integration: the shape is that of a REST API's, with
 * the connection in the context.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
const socketEventSchema = z.object({
  requestContext: z.object({
    eventType: z.enum(['CONNECT', 'MESSAGE', 'DISCONNECT']),
    connectionId: z.string().min(1),
  }),
  queryStringParameters: z.record(z.string(), z.string().optional()).nullish(),
  body: z.string().nullish(),
})

export type SocketWork = {
  /** The status of the handshake: anything but a 2xx refuses the connection. */
  connect: (connectionId: string, query: Record<string, string | undefined>) => Promise<number>
  message: (connectionId: string, body: string) => Promise<void>
  disconnect: (connectionId: string) => Promise<void>
  /** Ends a connection whose message failed, so that its client begins anew. */
  close: (connectionId: string) => Promise<void>
}

/** The routes of a WebSocket API. Whatever fails is logged, and answered with 500. */
export const socketHandler =
  (work: () => SocketWork) =>
  async (event: unknown): Promise<{ statusCode: number }> => {
    const { requestContext, queryStringParameters, body } = socketEventSchema.parse(event)
    const { eventType, connectionId } = requestContext
    const { connect, message, disconnect, close } = work()
    try {
      if (eventType === 'CONNECT') return { statusCode: await connect(connectionId, queryStringParameters ?? {}) }
      if (eventType === 'MESSAGE') await message(connectionId, body ?? '')
      else await disconnect(connectionId)
      return { statusCode: 200 }
    } catch (error) {
      log('ERROR', 'socketFailed', { route: eventType, ...errorFields(error) })
      if (eventType === 'MESSAGE') await close(connectionId)
      return { statusCode: 500 }
    }
  }
