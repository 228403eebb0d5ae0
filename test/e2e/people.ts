import { createTransport } from 'nodemailer'
import type { RunningConsole } from './running-console.ts'

/** Somebody of the tests' own, so that no journey meets another one's matters. */
export type Customer = { name: string; address: string }

/** A mail to the company's mailbox, as a customer writes it. */
export async function writeMail(
  { smtpPort }: RunningConsole,
  { name, address }: Customer,
  { subject, text }: { subject: string; text: string },
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })
  await transport.sendMail({ from: { name, address }, to: 'support@localhost', subject, text })
  transport.close()
}
