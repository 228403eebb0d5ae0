import { SESv2ServiceException } from '@aws-sdk/client-sesv2'
import type { Sent } from '../../../core/reply/sender.ts'
import { rateLimited, refused, unreached } from '../http/outcome.ts'

const ses = 'Amazon SES'

const later = (code: string, advice: string, afterSeconds: number): Sent => ({
  outcome: 'later',
  ...{ code, advice, afterSeconds },
})

/** SES shows nobody what it took. */
export const unclear: Sent = {
  ...{ outcome: 'unclear', code: 'no-answer' },
  advice:
    'Amazon SES did not answer, so the customer may have the mail. It cannot be looked up: wait for their answer, or ask them, before it is sent again.',
}

const notAllowed = refused(
  'ses-not-allowed',
  'We may not send from this mailbox. An operator names its domain in sendingIdentities (runbook, “Sending mail”).',
)
const notVerified = refused(
  'ses-not-verified',
  'Amazon SES does not know the mailbox or its domain as ours, or may write to verified addresses only. An operator verifies it, or leaves the sandbox (runbook, “Sending mail”).',
)
const credentials = later(
  'ses-credentials',
  'Amazon SES did not accept our credentials at the moment. It is tried again by itself.',
  60,
)
const tooLarge = refused(
  'mail-too-large',
  'Amazon SES takes no mail as large as this one. Send fewer or smaller files.',
)
const aMinute = 60
const tenMinutes = 600
const anHour = 3_600

/**
 * What an error of SES says: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html and
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/CommonErrors.html. None of them is given for a mail that SES took.
 */
const answers: Record<string, Sent> = {
  TooManyRequestsException: rateLimited(ses, 1),
  ThrottlingException: rateLimited(ses, 1),
  LimitExceededException: later(
    'ses-limit',
    'A limit of our account at Amazon SES is reached. It is tried again by itself; an operator asks AWS for more.',
    tenMinutes,
  ),
  SendingPausedException: later(
    'ses-paused',
    'Sending is paused in our account at Amazon SES. It is tried again by itself; an operator ends the pause.',
    tenMinutes,
  ),
  AccountSuspendedException: refused(
    'ses-suspended',
    'Amazon SES does not let our account send any more. An operator turns to AWS support; answer on another channel.',
  ),
  MailFromDomainNotVerifiedException: notVerified,
  NotFoundException: notVerified,
  MessageRejected: refused('ses-rejected', 'Amazon SES refused the mail for what is in it. Change it, or its files.'),
  BadRequestException: refused(
    'ses-bad-request',
    'Amazon SES does not take the mail as it is. Look at the addresses it goes to; if they are right, tell an operator.',
  ),
  AccessDeniedException: notAllowed,
  AccessDenied: notAllowed,
  NotAuthorized: notAllowed,
  OptInRequired: notAllowed,
  RequestEntityTooLargeException: tooLarge,
  ExpiredTokenException: credentials,
  UnrecognizedClientException: credentials,
  InvalidClientTokenId: credentials,
  InvalidSignatureException: credentials,
  SignatureDoesNotMatch: credentials,
  IncompleteSignature: credentials,
  RequestExpired: credentials,
  ServiceUnavailable: unreached(ses),
}

/** What became of a mail when asking SES to send it failed. The texts of errors name addresses, so none is passed on. */
export function afterError(error: unknown): Sent {
  if (!(error instanceof SESv2ServiceException)) return wasNeverSent(error) ? unreached(ses) : unclear
  const { name, message, $metadata } = error
  const status = $metadata.httpStatusCode ?? 500
  if (name === 'MessageRejected' && /not verified/i.test(message)) return notVerified
  if (isDailyQuota(message) && status < 500) return dailyQuota
  const known = answers[name]
  if (known !== undefined) return known
  if (status === 413) return tooLarge
  if (status === 429) return rateLimited(ses, aMinute)
  if (status >= 500) return status === 503 ? unreached(ses) : unclear
  return refused('ses-refused', `Amazon SES did not accept the mail (HTTP ${status}). Tell an operator.`)
}

/** "Daily message quota exceeded": https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html */
const isDailyQuota = (message: string): boolean => /daily (?:message|sending) quota/i.test(message)
const dailyQuota = later(
  'ses-daily-quota',
  'Our account has sent as many mails as Amazon SES lets it in a day. It is sent by itself when it may; an operator asks AWS for more.',
  anHour,
)

const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const untrusted = /^(?:ERR_SSL_|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

/**
 * Whether SES certainly did not get the request: no credentials to sign it with, no address, no connection, no trust. A
 * connection that is not made in time is a TimeoutError like others, told apart by its text alone.
 */
function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'CredentialsProviderError') return true
  if (error.name === 'TimeoutError' && error.message.includes('did not establish a connection')) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return unconnected.has(code) || untrusted.test(code)
}
