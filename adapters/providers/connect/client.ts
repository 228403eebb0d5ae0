import { ConnectClient } from '@aws-sdk/client-connect'

/** One attempt, given up before the reply is somebody else's: what became of it is told to the outbox. */
export const connectClient = (): ConnectClient =>
  new ConnectClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  })
