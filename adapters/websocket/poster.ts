import {
  type ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi'
import type { Poster } from '../../core/live/live-store.ts'

/** How a client for this is to be made: a connection that does not take a message must not hold up the others. */
export const impatient = { maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 } }

/**
 * Messages to the connections of a WebSocket API. A connection that is closed, and one that never was, is 410.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export const poster = (client: ApiGatewayManagementApiClient): Poster => ({
  post: async (ConnectionId, message) => {
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId, Data: message }))
      return 'sent'
    } catch (error) {
      if (error instanceof GoneException) return 'gone'
      throw error
    }
  },
  close: async ConnectionId => {
    try {
      await client.send(new DeleteConnectionCommand({ ConnectionId }))
    } catch (error) {
      if (!(error instanceof GoneException)) throw error
    }
  },
})
