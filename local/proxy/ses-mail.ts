import * as z from 'zod'
import { emailAddress, parseAddresses } from '../../core/channels/email/addresses.ts'
import { withLineFeeds } from '../../core/channels/email/mime/line-ends.ts'
import { readParts } from '../../core/channels/email/mime/parts.ts'
import { mailboxes } from '../../core/channels/email/parties.ts'
import { withoutDetail } from '../../core/contact/subaddress.ts'

const addresses = z.array(z.string()).default([])
const requestSchema = z.looseObject({
  FromEmailAddress: z.string().optional(),
  Destination: z.looseObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }).prefault({}),
  Content: z.looseObject({ Raw: z.looseObject({ Data: z.base64() }) }),
})

/** A mail as somebody asks SES to send it: `from` are the authors that it names, in its own field and beside it. */
export type AskedMail = { from: string[]; to: string[]; bytes: Buffer }

/** An error of SES: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export type SesRefusal = { type: 'BadRequestException' | 'MessageRejected'; message: string }

/** What a SendEmail asks for. Raw mails only, as this product sends them. */
export function readAsked(body: Buffer): AskedMail | SesRefusal {
  const parsed = requestSchema.safeParse(jsonOf(body))
  if (!parsed.success) return refusal('BadRequestException', 'Content.Raw.Data must be a mail, base 64')
  const { FromEmailAddress, Destination, Content } = parsed.data
  const bytes = Buffer.from(Content.Raw.Data, 'base64')
  const { fields } = readParts(withLineFeeds(bytes))
  const inFields = (name: string) => mailboxes(fields, name).map(({ address }) => address)
  const named = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses]
  const authors = [...parseAddresses(FromEmailAddress ?? '').map(({ address }) => address), ...inFields('from')]
  const to = named.length > 0 ? named : ['to', 'cc', 'bcc'].flatMap(inFields)
  return { from: [...new Set(authors)], to, bytes }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const refusal = (type: SesRefusal['type'], message: string): SesRefusal => ({ type, message })

/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const mostRecipients = 50
const longest = 40 * 1024 * 1024

/** Why SES would not take the mail, as SES says it. */
export function refusalOfMail({ from, to, bytes }: AskedMail): SesRefusal | undefined {
  if (bytes.length > longest) return refusal('MessageRejected', `Message length is more than ${longest} bytes long`)
  if (from.length === 0) return refusal('BadRequestException', "Missing required header 'From'.")
  if (to.length === 0) return refusal('BadRequestException', 'No recipients specified')
  if (to.length > mostRecipients)
    return refusal('BadRequestException', `Recipient count exceeds ${mostRecipients}: ${to.length}`)
  const wrong = to.map(refusalOfAddress).filter(found => found !== undefined)
  return wrong.length === 0 ? undefined : { type: wrong[0]?.type ?? 'MessageRejected', message: allOf(wrong) }
}

const allOf = (refusals: SesRefusal[]): string => refusals.map(({ message }) => message).join('; ')

/**
 * SES takes any address in a right form and hears later that nobody has it. Here the domain that never exists (RFC 6761
 * section 6.4) is refused at once, to see at home what a refusal looks like, and of the simulator's addresses those that
 * AWS documents are taken: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
function refusalOfAddress(text: string): SesRefusal | undefined {
  const address = emailAddress(parseAddresses(text, 1)[0]?.address ?? text)
  if (address === undefined) return refusal('BadRequestException', `Illegal address: ${text}`)
  if (!/^[\x21-\x7e]+$/.test(address)) return refusal('BadRequestException', `Local part is not ASCII: ${text}`)
  if (address.endsWith('.invalid')) return refusal('MessageRejected', `Nobody has an address like ${address}`)
  const [local = '', domain] = withoutDetail(address).split('@')
  if (domain === 'simulator.amazonses.com' && !simulated.has(local))
    return refusal('MessageRejected', `The mailbox simulator has no ${address}`)
  return undefined
}

const simulated = new Set(['success', 'bounce', 'ooto', 'complaint', 'suppressionlist'])
