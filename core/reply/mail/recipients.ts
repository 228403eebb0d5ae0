import { emailAddress } from '../../channels/email/addresses.ts'
import type { Party } from '../../contact/contact.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { ReplyRoute } from '../reply.ts'
import { oneLine } from './one-line.ts'

/** An address and the name that stands beside it. */
export type Mailbox = { address: string; name?: string }

export type Recipients = { to: Mailbox[]; cc: Mailbox[]; refused: { party: string; reason: string }[] }

/** Whom the mail goes to, each once, and who cannot be written to and why. */
export function recipientsOf({ to, cc }: Pick<ReplyRoute, 'to' | 'cc'>, source: Source): Recipients {
  const seen = new Set<string>()
  const refused: Recipients['refused'] = []
  const taken = (parties: Party[]): Mailbox[] =>
    parties.flatMap(party => {
      const address = addressOf(party)
      if (address !== undefined && seen.has(address)) return []
      const reason = refusalOf(address, source)
      if (address === undefined || reason !== undefined) {
        refused.push({ party: party.identifier.value.slice(0, 512), reason: reason ?? notMail })
        return []
      }
      seen.add(address)
      return [mailboxOf(address, party.name)]
    })
  return { to: taken(to), cc: taken(cc), refused }
}

const notMail = 'This is no mail address.'

const addressOf = ({ identifier }: Party): string | undefined =>
  identifier.type === 'email' ? emailAddress(identifier.value) : undefined

/** SES takes addresses of ASCII before the at sign only: https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html */
function refusalOf(address: string | undefined, source: Source): string | undefined {
  if (address === undefined) return notMail
  if (isOwn(source, { type: 'email', value: address })) return 'This is a mailbox of ours.'
  if (!/^[\x21-\x7e]+$/.test(address)) return 'Amazon SES cannot send to letters beyond ASCII before the at sign.'
  return undefined
}

export function mailboxOf(address: string, name: string | undefined): Mailbox {
  const shown = oneLine(name ?? '', 100)
  return shown === '' ? { address } : { address, name: shown }
}
