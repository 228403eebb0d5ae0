import PostalMime from 'postal-mime'
import * as z from 'zod'
import {
  type Answer,
  type Asked,
  type Handled,
  type Loopback,
  ledgerOf,
  startLoopback,
  type Taken,
} from './loopback.ts'

export type SesOptions = { region: string; onSent?: (taken: Taken) => void }

const awsError = (status: number, name: string, message = name): Answer => ({
  ...{ status, headers: { 'x-amzn-errortype': name }, body: { message } },
})

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const refusals = {
  'rate-limit': () => awsError(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
  'not verified': () => awsError(400, 'MessageRejected', 'Email address is not verified.'),
  rejected: () => awsError(400, 'MessageRejected', 'Illegal filename'),
  'bad request': () => awsError(400, 'BadRequestException', 'Illegal address'),
  suspended: () => awsError(400, 'AccountSuspendedException'),
  'not allowed': () => awsError(403, 'AccessDeniedException'),
} satisfies Record<string, () => Answer>

const requestSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  Content: z.object({ Raw: z.object({ Data: z.base64() }) }),
})

/** A stand-in for Amazon SES: it takes every mail, as often as it is asked to, and can be asked nothing. */
export function startSes({ region, onSent }: SesOptions): Promise<Loopback> {
  const ledger = ledgerOf('mail', onSent)
  const handle = async (asked: Asked): Promise<Handled> => {
    if (asked.path !== '/v2/email/outbound-emails')
      return { kind: 'refuse', answer: awsError(404, 'UnknownOperationException') }
    const mail = await mailIn(asked)
    const take = (): Answer => {
      const id = `0102-${ledger.newId()}-000000`
      ledger.keep(`${id}@${region}.amazonses.com`, { ...mail, form: 'mail' })
      return { status: 200, body: { MessageId: id } }
    }
    return { kind: 'send', take }
  }
  return startLoopback(ledger.sent, { handle, refusals, error: awsError(500, 'InternalFailure') })
}

async function mailIn(asked: Asked): Promise<Pick<Taken, 'account' | 'target' | 'to' | 'text' | 'media'>> {
  const { FromEmailAddress: account, Destination, Content } = requestSchema.parse(asked.json())
  const { text = '', inReplyTo, attachments } = await PostalMime.parse(Buffer.from(Content.Raw.Data, 'base64'))
  const to = Destination.ToAddresses.join()
  const target = inReplyTo === undefined ? {} : { target: inReplyTo.replace(/[<>]/g, '') }
  return { account, to, text, media: attachments.map(({ mimeType }) => mimeType), ...target }
}
