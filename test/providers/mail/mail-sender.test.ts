import PostalMime from 'postal-mime'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { memoryRawStore } from '../../../adapters/memory/raw-store.ts'
import { mailSender } from '../../../adapters/providers/mail/mail-sender.ts'
import { sesClient } from '../../../adapters/providers/mail/ses-client.ts'
import { sesMessageId } from '../../../adapters/providers/mail/ses-message-id.ts'
import { answer, party, question, route, shop, tokenKey } from '../../reply/mail-letters.ts'
import { type Answer, accepts, refuses, sesServer } from './ses-server.ts'

beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  return () => vi.unstubAllEnvs()
})

type Changed = Partial<Parameters<typeof mailSender>[0]> & { requestTimeout?: number }

function senderAt(endpoint: string, { requestTimeout = 5_000, ...changed }: Changed = {}) {
  return mailSender({
    ses: sesClient({ endpoint, region: 'eu-west-1', requestTimeout }),
    readSource: async () => shop,
    readAnswered: async id => (id === question.id ? question : undefined),
    raw: memoryRawStore(() => answer.sendAt),
    tokenKey: async () => tokenKey,
    ...changed,
  })
}

async function sending(how: Answer, reply = answer, changed: Changed = {}) {
  const { endpoint, requests } = await sesServer(how)
  return { sent: await senderAt(endpoint, changed).send(reply), requests }
}

const bytesIn = (body: Record<string, unknown> | undefined): Uint8Array =>
  Buffer.from(JSON.parse(JSON.stringify(body)).Content.Raw.Data, 'base64')

describe('a reply goes to SES', () => {
  test('as one raw mail, to those it is addressed to, and is known as SES calls it', async () => {
    const cc = [party('carol@example.org'), party('help@example.com')]
    const { sent, requests } = await sending(accepts, { ...answer, route: { ...route, cc } })
    expect(sent).toEqual({
      ...{ outcome: 'sent', providerId: '0102018f-one@eu-west-1.amazonses.com' },
      refused: [{ party: 'help@example.com', reason: 'This is a mailbox of ours.' }],
    })
    expect(requests).toMatchObject([
      {
        ...{ method: 'POST', path: '/v2/email/outbound-emails' },
        body: {
          FromEmailAddress: 'help@example.com',
          Destination: { ToAddresses: ['alice@example.net'], CcAddresses: ['carol@example.org'] },
        },
      },
    ])
    const mail = await PostalMime.parse(bytesIn(requests[0]?.body))
    expect(mail).toMatchObject({ subject: 'Re: Where is my order?', inReplyTo: '<question@example.net>' })
  })

  test('with its files, read from the bucket', async () => {
    const raw = memoryRawStore(() => answer.sendAt)
    await raw.write('attachments/a', new TextEncoder().encode('a plan'))
    const attachments = [{ name: 'plan.txt', mediaType: 'text/plain', bytes: 6, object: 'attachments/a' }]
    const { sent, requests } = await sending(
      accepts,
      { ...answer, content: { ...answer.content, attachments } },
      { raw },
    )
    expect(sent).toMatchObject({ outcome: 'sent' })
    const mail = await PostalMime.parse(bytesIn(requests[0]?.body))
    expect(mail.attachments).toMatchObject([{ filename: 'plan.txt', mimeType: 'text/plain' }])
  })

  test('the id of a mail has the domain of the region, in the oldest one `email`', () => {
    expect(sesMessageId('1-2-000000', 'us-east-1')).toBe('1-2-000000@email.amazonses.com')
    expect(sesMessageId('1-2-000000', 'eu-central-1')).toBe('1-2-000000@eu-central-1.amazonses.com')
  })
})

describe('what is refused here asks SES nothing', () => {
  const attachments = [{ name: 'plan.txt', mediaType: 'text/plain', bytes: 6, object: 'attachments/gone' }]
  const sized = [{ ...attachments[0], name: 'plan.txt', mediaType: 'a/b', bytes: 11_000_000, object: 'x' }]
  test.each([
    ['file-gone', { ...answer, content: { ...answer.content, attachments } }],
    ['mail-too-large', { ...answer, content: { ...answer.content, attachments: sized } }],
    ['no-recipient', { ...answer, route: { ...route, to: [party('nobody')] } }],
    ['not-our-mailbox', { ...answer, route: { ...route, account: 'sales@example.org' } }],
  ])('%s', async (code, reply) => {
    const { sent, requests } = await sending(accepts, reply)
    expect(sent).toMatchObject({ outcome: 'refused', code, advice: expect.stringMatching(/\w/) })
    expect(requests).toEqual([])
  })

  test('a file that is larger than it was said to be', async () => {
    const raw = memoryRawStore(() => answer.sendAt)
    await raw.write('attachments/a', new Uint8Array(8_000_000))
    const small = [{ name: 'plan.txt', mediaType: 'text/plain', bytes: 6, object: 'attachments/a' }]
    const reply = { ...answer, content: { ...answer.content, attachments: small } }
    expect((await sending(accepts, reply, { raw })).sent).toMatchObject({ outcome: 'refused', code: 'mail-too-large' })
  })

  test('what cannot be read on our side is tried again', async () => {
    const readSource = async () => {
      throw new TypeError('secret@example.com')
    }
    const { sent, requests } = await sending(accepts, answer, { readSource })
    expect(sent).toMatchObject({ outcome: 'later', code: 'mail-not-ready' })
    expect(JSON.stringify(sent)).not.toContain('secret@')
    expect(requests).toEqual([])
  })
})

describe('every error of SES is one outcome, asked once, and no text of it is passed on', () => {
  test.each([
    [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.', 'later', 'rate-limit'],
    [400, 'ThrottlingException', 'Rate exceeded', 'later', 'rate-limit'],
    [429, 'TooManyRequestsException', 'Daily message quota exceeded', 'later', 'ses-daily-quota'],
    [400, 'LimitExceededException', '', 'later', 'ses-limit'],
    [400, 'SendingPausedException', '', 'later', 'ses-paused'],
    [400, 'AccountSuspendedException', '', 'refused', 'ses-suspended'],
    [400, 'MailFromDomainNotVerifiedException', '', 'refused', 'ses-not-verified'],
    [400, 'MessageRejected', 'Email address is not verified: alice@example.net', 'refused', 'ses-not-verified'],
    [400, 'MessageRejected', 'Bad header alice@example.net', 'refused', 'ses-rejected'],
    [400, 'BadRequestException', 'alice@example.net', 'refused', 'ses-bad-request'],
    [404, 'NotFoundException', '', 'refused', 'ses-not-verified'],
    [403, 'AccessDeniedException', 'help@example.com', 'refused', 'ses-not-allowed'],
    [403, 'ExpiredTokenException', '', 'later', 'ses-credentials'],
    [403, 'UnrecognizedClientException', '', 'later', 'ses-credentials'],
    [413, 'SomethingNew', '', 'refused', 'mail-too-large'],
    [418, 'SomethingNew', '', 'refused', 'ses-refused'],
    [503, 'ServiceUnavailable', '', 'later', 'not-reached'],
    [500, 'InternalFailure', '', 'unclear', 'no-answer'],
    [502, '', '', 'unclear', 'no-answer'],
  ])('%i %s %s: %s', async (status, type, message, outcome, code) => {
    const { sent, requests } = await sending(refuses(status, type, message))
    expect(sent).toMatchObject({ outcome, code, advice: expect.stringMatching(/\w/) })
    expect(JSON.stringify(sent)).not.toContain('@example')
    expect(requests).toHaveLength(1)
  })
})

describe('a connection that fails', () => {
  test('nobody listens: SES did not get it', async () => {
    expect(await senderAt('http://127.0.0.1:1').send(answer)).toMatchObject({ outcome: 'later', code: 'not-reached' })
  })

  test('no such host: SES did not get it', async () => {
    const sent = await senderAt('http://ses.invalid').send(answer)
    expect(sent).toMatchObject({ outcome: 'later', code: 'not-reached' })
  })

  test('nobody to sign as: SES did not get it', async () => {
    const ses = sesClient({ endpoint: 'http://127.0.0.1:1', region: 'eu-west-1' })
    ses.config.credentials = async () => {
      throw Object.assign(new Error('none'), { name: 'CredentialsProviderError' })
    }
    expect(await senderAt('', { ses }).send(answer)).toMatchObject({ outcome: 'later', code: 'not-reached' })
  })

  test('broken after the mail was taken: it may have been sent, and is asked for once', async () => {
    const { sent, requests } = await sending((_request, _response, incoming) => incoming.socket.destroy())
    expect(sent).toMatchObject({ outcome: 'unclear' })
    expect(requests).toHaveLength(1)
  })

  test('no answer in time: it may have been sent, and is asked for once', async () => {
    const { sent, requests } = await sending(() => undefined, answer, { requestTimeout: 300 })
    expect(sent).toMatchObject({ outcome: 'unclear' })
    expect(requests).toHaveLength(1)
  })

  test('an answer without an id, or that is none: it may have been sent', async () => {
    const said = (text: string) => sending((_request, response) => response.writeHead(200).end(text))
    expect((await said('{}')).sent).toMatchObject({ outcome: 'unclear' })
    expect((await said('<html>')).sent).toMatchObject({ outcome: 'unclear' })
  })
})

test('a sender of mails promises nothing about sending twice, and cannot look', () => {
  const sender = senderAt('http://127.0.0.1:1')
  expect(sender.idempotent).toBe(false)
  expect(sender.look).toBeUndefined()
})
