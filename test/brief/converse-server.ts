import { once } from 'node:events'
import { createServer, type ServerHttp2Stream } from 'node:http2'
import { text } from 'node:stream/consumers'
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { afterEach } from 'vitest'
import * as z from 'zod'
import { impatient } from '../../adapters/bedrock/converse.ts'

/** What a model says: its words, an error of Bedrock by name and status, or nothing ever. */
export type Reply = { text: string; stopReason?: string } | { error: string; status: number } | 'silence'

const requestSchema = z.object({
  system: z.array(z.object({ text: z.string() })),
  messages: z.tuple([z.object({ role: z.literal('user'), content: z.tuple([z.object({ text: z.string() })]) })]),
  inferenceConfig: z.object({ maxTokens: z.number(), temperature: z.number() }),
})
export type Asked = { path: string; body: z.infer<typeof requestSchema> }

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html, "Response Syntax". */
const answerOf = (said: string, stopReason = 'end_turn') => ({
  output: { message: { role: 'assistant', content: [{ text: said }] } },
  stopReason,
  usage: { inputTokens: 410, outputTokens: 90, totalTokens: 500 },
  metrics: { latencyMs: 640 },
})

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** Bedrock's runtime on this machine, over HTTP/2 as the client speaks it: gives the replies in turn, the last one again and again. */
export async function converseServer(...replies: [Reply, ...Reply[]]) {
  const asked: Asked[] = []
  const server = createServer()
  server.on('stream', async (stream, headers) => {
    const body = requestSchema.parse(JSON.parse(await text(stream)))
    asked.push({ path: String(headers[':path']), body })
    give(stream, replies[asked.length - 1] ?? replies.at(-1) ?? replies[0])
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const client = new BedrockRuntimeClient({
    ...impatient,
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  ends.push(async () => {
    client.destroy()
    await server[Symbol.asyncDispose]()
  })
  return { client, asked }
}

function give(stream: ServerHttp2Stream, reply: Reply): void {
  if (reply === 'silence') return
  const json = { 'content-type': 'application/json' }
  if ('error' in reply) {
    stream.respond({ ...json, ':status': reply.status, 'x-amzn-errortype': reply.error })
    stream.end(JSON.stringify({ message: 'Order 4418-882 was refused.' }))
  } else {
    stream.respond({ ...json, ':status': 200 })
    stream.end(JSON.stringify(answerOf(reply.text, reply.stopReason)))
  }
}
