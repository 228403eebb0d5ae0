import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sesClient } from '../../../adapters/providers/mail/ses-client.ts'
import { relayOutbox } from '../../../local/proxy/ses-outbox.ts'
import { fixtureApp } from '../fixture-app.ts'
import { localAws } from './local-aws.ts'

const identity = (name: string) => `arn:aws:ses:us-east-1:000000000000:identity/${name}`
const statement = (...names: string[]) => ({
  Action: ['ses:SendEmail', 'ses:SendRawEmail'],
  Resource: names.map(identity),
})

/** A sender of one whole domain and one mailbox of another. */
const sender = {
  bundle: 'export const handler = async () => undefined',
  statements: [statement('example.com', 'help@example.org')],
}
const onlySimple = { ...sender, statements: [{ ...statement('example.com'), Action: 'ses:SendEmail' }] }

async function stack(name = 'sender') {
  const aws = await localAws(fixtureApp({ sender, onlySimple }))
  const ses = sesClient({ endpoint: aws.endpoint, region: 'us-east-1' })
  ses.config.credentials = async () => aws.clientsOf(name).credentials
  const outbox = join(aws.dataDir, 'outbox')
  const sent = () => readdirSync(outbox).map(file => readFileSync(join(outbox, file)))
  const send = (mail: string, more: SendEmailCommandInput = { Content: undefined }) =>
    ses.send(new SendEmailCommand({ ...more, Content: { Raw: { Data: Buffer.from(mail) } } }))
  return { ses, outbox, sent, send }
}

const mail = (from = 'support@example.com', ...fields: string[]) =>
  [`From: ${from}`, 'To: Alice <alice@example.net>', ...fields, '', 'Grüße', ''].join('\r\n')

describe('a mail that SES takes', () => {
  test('lies whole in the outbox, with the id that was answered, and the time at which it was taken', async () => {
    const { send, sent, outbox } = await stack()
    const fields = [
      'Message-ID: <ours@example.com>',
      'Subject: a',
      ' b',
      'Date: Mon, 01 Jan 2001 00:00:00 +0000',
      'Bcc: x@y.z',
    ]
    const { MessageId } = await send(mail('Shop <support@example.com>', ...fields))
    expect(MessageId).toMatch(/^0100[0-9a-f]{12}-[0-9a-f-]{36}-000000$/)
    expect(readdirSync(outbox)).toEqual([expect.stringMatching(new RegExp(`^[0-9TZ.-]+-${MessageId}\\.eml$`))])
    const [bytes = Buffer.alloc(0)] = sent()
    const read = await PostalMime.parse(bytes)
    expect(read).toMatchObject({ messageId: `<${MessageId}@email.amazonses.com>`, subject: 'a b', text: 'Grüße\n' })
    expect(new Date(read.date ?? '').getFullYear()).toBeGreaterThan(2020)
    expect(bytes.toString()).not.toMatch(/ours@example|^bcc/im)
  })

  test('may come from a mailbox that is allowed by itself, to those named beside it', async () => {
    const { send, sent } = await stack()
    const to = { ToAddresses: ['success@simulator.amazonses.com', 'bounce+1@simulator.amazonses.com'] }
    await send(mail('help@example.org'), { FromEmailAddress: 'help@example.org', Destination: to, Content: undefined })
    expect(sent()).toHaveLength(1)
  })
})

describe('what is refused leaves nothing', () => {
  test.each([
    ['another mailbox of that domain', 'sender', mail('sales@example.org'), 'identity/example.org'],
    ['another author beside the field', 'sender', mail('support@example.com, x@example.org'), 'identity/example.org'],
    ['raw mail, without the permission for it', 'onlySimple', mail(), 'ses:SendRawEmail'],
  ])('%s, with the missing statement', async (_what, name, text, missing) => {
    const { send, sent } = await stack(name)
    await expect(send(text)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(missing),
    })
    expect(sent()).toEqual([])
  })

  test.each([
    ['nobody wrote it', 'BadRequestException', 'To: alice@example.net\r\n\r\nx', undefined],
    ['it goes to nobody', 'BadRequestException', 'From: support@example.com\r\n\r\nx', undefined],
    ['an address is none', 'BadRequestException', mail(), ['alice']],
    ['an address has letters beyond ASCII', 'BadRequestException', mail(), ['jörg@example.net']],
    ['a domain never exists', 'MessageRejected', mail(), ['alice@shop.invalid']],
    ['the simulator has no such mailbox', 'MessageRejected', mail(), ['other@simulator.amazonses.com']],
    ['51 recipients', 'BadRequestException', mail(), Array.from({ length: 51 }, (_, at) => `${at}@example.net`)],
  ])('%s', async (_what, name, text, to) => {
    const { send, sent } = await stack()
    const more = to === undefined ? undefined : { Destination: { ToAddresses: to }, Content: undefined }
    await expect(send(text, more)).rejects.toMatchObject({ name })
    expect(sent()).toEqual([])
  })

  test('everybody who is wrong is named', async () => {
    const { send } = await stack()
    const to = { ToAddresses: ['a@shop.invalid', 'alice@example.net', 'b@shop.invalid'] }
    await expect(send(mail(), { Destination: to, Content: undefined })).rejects.toMatchObject({
      message: expect.stringMatching(/a@shop\.invalid; .*b@shop\.invalid$/),
    })
  })

  test('a mail that is not raw', async () => {
    const { ses } = await stack()
    const Content = { Simple: { Subject: { Data: 'a' }, Body: { Text: { Data: 'b' } } } }
    const simple = new SendEmailCommand({ FromEmailAddress: 'support@example.com', Content })
    await expect(ses.send(simple)).rejects.toMatchObject({ name: 'BadRequestException' })
  })

  test('whoever has not got credentials of this run', async () => {
    const { ses } = await stack()
    ses.config.credentials = async () => ({ accessKeyId: 'unknown', secretAccessKey: 'x' })
    const Content = { Raw: { Data: Buffer.from(mail()) } }
    await expect(ses.send(new SendEmailCommand({ Content }))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    })
  })
})

describe('a relay', () => {
  const outgoing = { id: 'one', from: 'support@example.com', to: ['alice@example.net'], bytes: Buffer.from(mail()) }

  async function server(code?: number) {
    const taken: string[] = []
    const smtp = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData: (stream, _session, done) => {
        stream.on('data', chunk => taken.push(`${chunk}`))
        stream.on('end', () => (code ? done(Object.assign(new Error('no'), { responseCode: code })) : done()))
      },
    })
    const listening = smtp.listen(0, '127.0.0.1')
    await new Promise(resolve => listening.once('listening', resolve))
    onTestFinished(() => new Promise<void>(resolve => smtp.close(() => resolve())))
    const address = listening.address()
    return { taken, url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
  }

  test('is handed the mail as it is', async () => {
    const { url, taken } = await server()
    expect(await relayOutbox(url).deliver(outgoing)).toEqual({ outcome: 'taken' })
    expect(taken.join('')).toContain('Grüße')
  })

  test.each([
    [550, 'rejected'],
    [451, 'unreached'],
  ])('%i: %s', async (code, outcome) => {
    const { url } = await server(code)
    expect(await relayOutbox(url).deliver(outgoing)).toMatchObject({ outcome })
  })

  test('nobody listens', async () => {
    expect(await relayOutbox('smtp://127.0.0.1:1').deliver(outgoing)).toEqual({ outcome: 'unreached' })
  })
})
