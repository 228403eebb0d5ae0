import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { SESClient } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { answerRequest } from '../../functions/activate-rule-set/answer.ts'

const ours = 'throughline-prod'

/** SES as its query protocol answers, with one active rule set, and the place where CloudFormation waits. */
let active: string | undefined
let broken: boolean
let told: { contentType: string | undefined; body: string }[]
let server: Server
let origin: string

const described = () => (active === undefined ? '' : `<Metadata><Name>${active}</Name></Metadata>`)
const result = (action: string, inner: string) =>
  `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${inner}</${action}Result></${action}Response>`

function answerSes(query: URLSearchParams): string {
  const action = query.get('Action') ?? ''
  if (action === 'DescribeActiveReceiptRuleSet') return result(action, described())
  active = query.get('RuleSetName') ?? undefined
  return result(action, '')
}

async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
  const body = await text(request)
  if (request.method === 'PUT') {
    told.push({ contentType: request.headers['content-type'], body })
    return { status: 200, body: '' }
  }
  return broken ? { status: 400, body: refusal } : { status: 200, body: answerSes(new URLSearchParams(body)) }
}

const refusal =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not allowed here</Message></Error></ErrorResponse>'

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => response.writeHead(status).end(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = z.object({ port: z.number() }).parse(server.address())
  origin = `http://127.0.0.1:${address.port}`
})

afterAll(() => new Promise(resolve => server.close(resolve)))

beforeEach(() => {
  active = undefined
  broken = false
  told = []
})

async function ask(RequestType: 'Create' | 'Update' | 'Delete') {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const ses = new SESClient({ endpoint: origin, region: 'eu-west-1', credentials, maxAttempts: 1 })
  const ResourceProperties = { ServiceToken: 'arn', RuleSetName: ours }
  const ids = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'ActiveRuleSet' }
  await answerRequest({ ses }, { RequestType, ResponseURL: `${origin}/answer?signed`, ...ids, ResourceProperties })
  return z
    .object({ Status: z.string(), Reason: z.string().optional(), PhysicalResourceId: z.string() })
    .parse(JSON.parse(told[0]?.body ?? '{}'))
}

describe('activate-rule-set', () => {
  it.each(['Create', 'Update'] as const)('on %s activates ours where none is active', async type => {
    expect(await ask(type)).toEqual({ Status: 'SUCCESS', PhysicalResourceId: ours })
    expect(active).toBe(ours)
  })

  it('leaves ours active', async () => {
    active = ours
    expect((await ask('Update')).Status).toBe('SUCCESS')
    expect(active).toBe(ours)
  })

  it.each(['Create', 'Update'] as const)('on %s stops where another is active, and prints the commands', async type => {
    active = 'corporate'
    const { Status, Reason } = await ask(type)
    expect(Status).toBe('FAILED')
    expect(Reason).toContain('"corporate" is active in eu-west-1')
    expect(Reason).toContain('"aws ses set-active-receipt-rule-set --region eu-west-1"')
    expect(Reason).toContain(
      '"aws ses set-active-receipt-rule-set --region eu-west-1 --rule-set-name throughline-prod"',
    )
    expect(active).toBe('corporate')
  })

  it('on Delete turns ours off, since SES deletes no active rule set', async () => {
    active = ours
    expect((await ask('Delete')).Status).toBe('SUCCESS')
    expect(active).toBeUndefined()
  })

  it('on Delete, also after a deploy that stopped, leaves another alone', async () => {
    active = 'corporate'
    expect((await ask('Delete')).Status).toBe('SUCCESS')
    expect(active).toBe('corporate')
  })

  it('tells CloudFormation what SES refused, instead of letting it wait', async () => {
    broken = true
    expect(await ask('Create')).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('not allowed here') })
  })

  it('answers without a content type, as the presigned URL demands', async () => {
    await ask('Create')
    expect(told[0]?.contentType ?? '').toBe('')
  })

  it('refuses an event that is no request', async () => {
    const ses = new SESClient({ region: 'eu-west-1' })
    await expect(answerRequest({ ses }, { RequestType: 'Create' })).rejects.toThrow('ResponseURL')
    expect(told).toEqual([])
  })
})
