import type { Contact } from '../../contact/contact.ts'
import { decodeWords } from './mime/encoded-words.ts'
import { type Field, fieldValue } from './mime/header-block.ts'
import { leaves, type Part } from './mime/parts.ts'

type Automatic = Contact['automatic']

/**
 * Whether a machine wrote the mail. `bounce`: a report on a mail of ours (RFC 3464, RFC 5965, and what servers wrote
 * before). `auto-reply`: sent without a person (RFC 3834, with what programs add of their own). `list`: sent to many
 * (RFC 2919, RFC 2369). A bounce is also sent without a person, and a list
 * is, too, so the order counts.
 */
export function automaticOf(root: Part): Automatic {
  const { fields } = root
  if (isReport(root) || isServersBounce(fields)) return 'bounce'
  if (isReply(fields)) return 'auto-reply'
  if (isSentToMany(fields)) return 'list'
  return isSentWithoutPerson(root) ? 'auto-reply' : undefined
}

const reportTypes = new Set(['message/delivery-status', 'message/global-delivery-status', 'message/feedback-report'])

function isReport(root: Part): boolean {
  const kind = root.type.params.get('report-type')?.toLowerCase()
  if (root.type.value === 'multipart/report' && (kind === 'delivery-status' || kind === 'feedback-report')) return true
  return leaves(root).some(part => reportTypes.has(part.type.value))
}

/** Servers that do not speak RFC 3464 are known by their names, and by what they say. */
function isServersBounce(fields: Field[]): boolean {
  if (fieldValue(fields, 'x-failed-recipients') !== undefined) return true
  const from = (fieldValue(fields, 'from') ?? '').slice(0, 400)
  const subject = subjectOf(fields)
  if (daemon.test(from)) return !receipt.test(subject)
  return fieldValue(fields, 'return-path')?.replaceAll(/\s/g, '') === '<>' && undelivered.test(subject)
}

const daemon =
  /mailer-?daemon|mail-?daemon|post-?master|mail(?:er)? deliver\w+ (?:sub)?system|mail delivery (?:service|agent)|mdaemon|\bpostoffice@|\bmmdf@/i
const undelivered =
  /undeliver|non-?deliver|not? (?:be )?deliver|delivery (?:has )?(?:fail|status|notif|problem|report|error|delay)|deliver\w* mail|(?:mail|message) delivery|(?:mail|message)(?: \w+){0,3} (?:failed|failure|returned|rejected|status)|failure (?:notice|delivery)|fail(?:ed|ure)\b.*deliver|returned (?:mail|message|to sender)|mail (?:system )?error|user unknown|unknown (?:user|recipient|address)|rejected|bounced|unzustellbar|nicht zugestellt|non remis|échec de|no se (?:ha )?podido|non recapitabil|mancato recapito|onbestelbaar|niet (?:worden )?bezorgd|配信|不達|退信|무효/i
const receipt = /^\W*(?:read|gelesen|lu|out of office|automatic reply|auto)/i

const subjectOf = (fields: Field[]): string => decodeWords((fieldValue(fields, 'subject') ?? '').slice(0, 400))

const isReply = (fields: Field[]): boolean =>
  /^auto-replied\b/i.test(fieldValue(fields, 'auto-submitted') ?? '') ||
  vendorFields.some(name => fieldValue(fields, name) !== undefined)

function isSentToMany(fields: Field[]): boolean {
  if (fieldValue(fields, 'list-id') !== undefined || fieldValue(fields, 'list-post') !== undefined) return true
  if (fieldValue(fields, 'list-unsubscribe') !== undefined) return true
  return /^(?:bulk|list)\b/i.test(fieldValue(fields, 'precedence') ?? '')
}

/** A read receipt (RFC 8098) is the person's program speaking, too. */
function isSentWithoutPerson({ fields, type }: Part): boolean {
  const submitted = fieldValue(fields, 'auto-submitted')
  if (submitted !== undefined && !/^no\b/i.test(submitted)) return true
  if (type.value === 'multipart/report' && type.params.get('report-type')?.toLowerCase() === 'disposition-notification')
    return true
  if (/auto[-_]?reply|junk/i.test(fieldValue(fields, 'precedence') ?? '')) return true
  return outOfOffice.test(subjectOf(fields))
}

/** Exchange writes X-Auto-Response-Suppress on what people write, too, so it says nothing. */
const vendorFields = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-amavis-autoreply',
]

const outOfOffice =
  /^\W*(?:auto(?:matic)?[- ]?(?:reply|response|responder)\b|autoreply|out of (?:the )?office|ooo[:]|automatische (?:antwort|beantwortung)|abwesenheits|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|resposta automática|automatiskt svar|automatisk svar|automaattinen vastaus|autosvar|odpowiedź automatyczna|自動返信|自动回复|自動回覆)/i
