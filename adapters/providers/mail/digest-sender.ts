import type { SESv2Client } from '@aws-sdk/client-sesv2'
import { letterOfDigest } from '../../../core/digest/letter.ts'
import type { DigestMail } from '../../../core/digest/send-due.ts'
import type { Letter } from '../../../core/reply/mail/letter.ts'
import type { Sent } from '../../../core/reply/sender.ts'
import { compose } from './compose.ts'
import { sendLetter } from './send-letter.ts'

/** Sends mails about reports through Amazon SES, as answers are sent: asked once, and what became of it told. */
export const digestSender =
  (ses: SESv2Client, from: Letter['from'], now: () => string) =>
  async (mail: DigestMail): Promise<Sent> => {
    const letter = letterOfDigest(mail, from, now())
    return sendLetter(ses, letter, await compose(letter, []))
  }
