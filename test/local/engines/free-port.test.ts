import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../local/engines/free-port.ts'

/** As Linux ships: the ports it lends to clients begin here. */
const lentFrom = 32_768

test('a port that is given can be listened on, and no client is lent it meanwhile', async () => {
  const port = await freePort()
  const server = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  expect(port).toBeLessThan(lentFrom)
})
