import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import { startSmtpDoor } from '../../../local/smtp/smtp-door.ts'

const mail = 'From: alice@example.com\r\nTo: support@localhost\r\nSubject: hello\r\n\r\nWords.\r\n'

/** A door with two mailboxes of one source and one of another, and what it stored. */
async function door(store: (object: string, bytes: Uint8Array) => Promise<void> = async () => undefined) {
  const mailboxes = new Map([
    ['support@localhost', 'support'],
    ['help@localhost', 'support'],
    ['sales@localhost', 'sales'],
  ])
  const stored: { object: string; text: string }[] = []
  const smtp = await startSmtpDoor({
    port: 0,
    mailboxOf: async address => mailboxes.get(address),
    store: async (object, bytes) => {
      await store(object, bytes)
      stored.push({ object, text: Buffer.from(bytes).toString() })
    },
  })
  onTestFinished(smtp.stop)
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port, ignoreTLS: true })
  onTestFinished(() => transport.close())
  const send = (to: string[], raw: string | Buffer = mail) =>
    transport.sendMail({ envelope: { from: 'alice@example.com', to }, raw })
  return { ...smtp, stored, send }
}

test('a mail is stored as it came, under the source of its mailbox, with a line that says for whom it was', async () => {
  const { send, stored } = await door()
  await send(['Support@localhost'])
  expect(stored).toHaveLength(1)
  expect(stored[0]?.object).toMatch(/^payloads\/mail\/support\/\d{4}-\d\d-\d\d\/\d{13}-[0-9a-f]{32}$/)
  expect(stored[0]?.text).toMatch(
    /^Received: from \S+ \(127\.0\.0\.1\)\r\n by \S+ with ESMTP\r\n for <support@localhost>; .*\+0000\r\nFrom: alice/i,
  )
  expect(stored[0]?.text.endsWith(mail)).toBe(true)
})

test('each source gets the mail once, however many of its mailboxes it was sent to', async () => {
  const { send, stored } = await door()
  await send(['support@localhost', 'help@localhost', 'sales@localhost'])
  expect(stored.map(({ object }) => object.split('/')[2]).sort()).toEqual(['sales', 'support'])
})

test('an address that is no mailbox is refused for good', async () => {
  const { send, stored } = await door()
  await expect(send(['nobody@localhost'])).rejects.toMatchObject({ responseCode: 550 })
  expect(stored).toEqual([])
})

test('when storing fails the sender is told to try again', async () => {
  const { send } = await door(async () => {
    throw new Error('disk full')
  })
  await expect(send(['support@localhost'])).rejects.toMatchObject({ responseCode: 451 })
})

test('a mail above 40 MB is refused, announced or not, and nothing of it is stored', async () => {
  const { send, stored, port } = await door()
  await expect(send(['support@localhost'], Buffer.alloc(41 << 20, 'x'))).rejects.toMatchObject({ responseCode: 552 })
  expect(await unannounced(port, 41 << 20)).toMatch(/^552 /)
  expect(stored).toEqual([])
})

test('bytes beyond ASCII, long lines and lone dots arrive unchanged', async () => {
  const { send, stored } = await door()
  const body = `Grüße\r\n.\r\n..two dots\r\n${'x'.repeat(5000)}\r\n`
  await send(['support@localhost'], `Subject: odd\r\n\r\n${body}`)
  expect(stored[0]?.text.endsWith(body)).toBe(true)
})

test('a port that is taken is named, with the setting that changes it', async () => {
  const { port } = await door()
  const second = startSmtpDoor({ port, mailboxOf: async () => undefined, store: async () => undefined })
  await expect(second).rejects.toThrow(new RegExp(`^Port ${port} cannot be used .*Set SMTP_PORT`))
})

/** A client that does not say the size beforehand; answers the reply to the mail. */
function unannounced(port: number, size: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').on('error', reject)
    const steps = ['EHLO client', 'MAIL FROM:<alice@example.com>', 'RCPT TO:<support@localhost>', 'DATA']
    let text = ''
    socket.on('data', chunk => {
      text += chunk
      const reply = /^\d{3} .*\r\n/m.exec(text)?.[0]
      if (reply === undefined) return
      text = ''
      const next = steps.shift()
      if (next !== undefined) socket.write(`${next}\r\n`)
      else if (reply.startsWith('354')) socket.write(Buffer.concat([Buffer.alloc(size, 'x'), Buffer.from('\r\n.\r\n')]))
      else {
        socket.destroy()
        resolve(reply)
      }
    })
  })
}
