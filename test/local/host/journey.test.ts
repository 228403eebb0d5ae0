import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { fixtureApp } from '../fixture-app.ts'
import { tempDir } from '../temp-dir.ts'
import { fixtureFunction, fromQueue, fromStream, routes } from './bundles.ts'
import { localHost } from './local-host.ts'

const patience = { timeout: 30_000, interval: 50 }

/** A webhook stores its body; the bucket announces it; a recorder puts it into the table; a publisher tells of the change. */
const journey = () =>
  fixtureApp(
    {
      receive: fixtureFunction(`export const handler = async ({ pathParameters, body }) => {
        await object('PUT', 'payloads/' + pathParameters.id, body)
        return { statusCode: 202 }
      }`),
      record: fixtureFunction(`export const handler = async ({ Records }) => {
        for (const { body } of Records) {
          const { key } = JSON.parse(body).Records[0].s3.object
          await put({ pk: { S: 'contact' }, sk: { S: key }, text: { S: await object('GET', key) } })
        }
      }`),
      publish: fixtureFunction(`export const handler = async ({ Records }) => {
        for (const { dynamodb } of Records) await send(process.env.DEAD_QUEUE_URL, dynamodb.NewImage.text.S)
      }`),
    },
    {
      ...routes('receive', 'POST /webhooks/{id}'),
      ...fromQueue('record', 'Work', { FunctionResponseTypes: [] }),
      ...fromStream('publish'),
    },
  )

const deliver = (url: string, id: number) =>
  fetch(`${url}/webhooks/${id}`, { method: 'POST', body: `text ${id}`, headers: { 'content-type': 'text/plain' } })

const itemsSchema = z.object({ Items: z.array(z.looseObject({ text: z.object({ S: z.string() }) })) })

async function recorded({ dynamoDb }: Awaited<ReturnType<typeof localHost>>): Promise<string[]> {
  const ExpressionAttributeValues = { ':pk': { S: 'contact' } }
  const answer = await dynamoDb('Query', { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues })
  return itemsSchema.parse(answer).Items.map(({ text }) => text.S)
}

test('what a webhook received is in the table, and its change was told', async () => {
  const host = await localHost(journey())
  expect((await deliver(host.url, 1)).status).toBe(202)
  await vi.waitFor(() => expect(host.aws.queues.peek('dead')).toEqual(['text 1']), patience)
  expect(await recorded(host)).toEqual(['text 1'])
})

test('what was acknowledged before a kill -9 is recorded and told after it', async () => {
  const folder = journey()
  const dataDir = tempDir()
  const script = fileURLToPath(new URL('./run-stack.ts', import.meta.url))
  const stack = spawn(process.execPath, [script, folder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void stack.kill('SIGKILL'))
  const [url] = await once(stack.stdout, 'data')
  const ids = Array.from({ length: 60 }, (_, id) => id)
  const answers = await Promise.all(ids.map(id => deliver(`${url}`.trim(), id)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
  stack.kill('SIGKILL')
  await once(stack, 'exit')
  const host = await localHost(folder, {}, dataDir)
  const texts = ids.map(id => `text ${id}`).sort()
  await vi.waitFor(async () => expect((await recorded(host)).sort()).toEqual(texts), patience)
  await vi.waitFor(() => expect([...new Set(host.aws.queues.peek('dead'))].sort()).toEqual(texts), patience)
})
