import type { IncomingMessage, ServerResponse } from 'node:http'
import { arnOf } from '../engines/account.ts'
import { wholeBody } from '../engines/whole-body.ts'
import { type Caller, type Need, refusalOf } from './access.ts'
import { accessKeyOf, type Callers } from './callers.ts'
import { type AskedMail, readAsked, refusalOfMail } from './ses-mail.ts'
import { asSesSends, newSesId, type Outbox } from './ses-outbox.ts'

export type SesServices = { callers: Callers; outbox: Outbox }

/** Whether a request is SendEmail of version 2, the one call of SES that the local stack offers. */
export const sesAsked = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && url.split('?')[0] === '/v2/email/outbound-emails'

/**
 * Takes a mail for whoever may send from its mailbox, and puts it into the outbox.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export async function handleSes(
  { callers, outbox }: SesServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await wholeBody(request)
  const caller = callers.find(accessKeyOf(request.headers))
  if (!caller) return refuse(response, 403, 'UnrecognizedClientException', 'The security token is invalid')
  const asked = readAsked(body)
  if ('type' in asked) return refuse(response, 400, asked.type, asked.message)
  const denied = asked.from.map(author => mayNotSend(callers, caller, author)).find(found => found !== undefined)
  if (denied !== undefined) return refuse(response, 403, 'AccessDeniedException', denied)
  const wrong = refusalOfMail(asked)
  if (wrong) return refuse(response, 400, wrong.type, wrong.message)
  await deliver(outbox, asked, response)
}

async function deliver(outbox: Outbox, { from, to, bytes }: AskedMail, response: ServerResponse): Promise<void> {
  const now = Date.now()
  const id = newSesId(now)
  const delivered = await outbox.deliver({ id, from: from[0] ?? '', to, bytes: asSesSends(bytes, id, now) })
  switch (delivered.outcome) {
    case 'taken':
      return answer(response, 200, { MessageId: id })
    case 'rejected':
      return refuse(response, 400, 'MessageRejected', delivered.reason)
    case 'unreached':
      return refuse(response, 503, 'ServiceUnavailable', 'The mail server of SMTP_RELAY cannot be reached')
    default:
      return delivered satisfies never
  }
}

/**
 * Raw mails need both permissions, on the identity of their mailbox: its address, or its whole domain. That SendEmail
 * with raw content asks for ses:SendRawEmail: https://github.com/nodemailer/nodemailer/issues/1734
 */
function mayNotSend(callers: Callers, caller: Caller, author: string): string | undefined {
  const domain = author.slice(author.lastIndexOf('@') + 1)
  if (refusalOf(caller, needsOf(author)) === undefined) return undefined
  return callers.refusal(caller, needsOf(domain))
}

const needsOf = (identity: string): Need[] =>
  ['ses:SendEmail', 'ses:SendRawEmail'].map(action => ({ action, resource: arnOf('ses', `identity/${identity}`) }))

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.setHeader('x-amzn-errortype', type)
  answer(response, status, { message })
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
}
