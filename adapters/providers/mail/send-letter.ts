import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { Letter } from '../../../core/reply/mail/letter.ts'
import type { Sent } from '../../../core/reply/sender.ts'
import { afterError, unclear } from './ses-error.ts'
import { sesMessageId } from './ses-message-id.ts'

/**
 * Hands a mail to Amazon SES, once, and says what became of it; never throws for what SES answers.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export async function sendLetter(ses: SESv2Client, letter: Letter, bytes: Uint8Array): Promise<Sent> {
  const addresses = (mailboxes: Letter['to']): string[] => mailboxes.map(({ address }) => address)
  const command = new SendEmailCommand({
    FromEmailAddress: letter.from.address,
    Destination: { ToAddresses: addresses(letter.to), CcAddresses: addresses(letter.cc) },
    Content: { Raw: { Data: bytes } },
  })
  try {
    const [{ MessageId }, region] = [await ses.send(command), await ses.config.region()]
    return MessageId === undefined ? unclear : { outcome: 'sent', providerId: sesMessageId(MessageId, region) }
  } catch (error) {
    return afterError(error)
  }
}
