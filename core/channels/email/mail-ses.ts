import { notAContact } from '../../payload/findings.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Format } from '../channel.ts'
import { emailIdentifier } from './addresses.ts'
import type { Vouched } from './evidence/evidence.ts'
import { type Field, fieldValues } from './mime/header-block.ts'
import { mailboxes } from './parties.ts'
import { readMail } from './read-mail.ts'
import { sesVerdict } from './ses-verdict.ts'

/** A mail that Amazon SES stored: its DMARC verdict vouches for the author (T1), or warns of them (T4). */
export const mailSes: Format = {
  name: 'mail-ses',
  sourceKind: 'mail',
  parse: async (payload, source) =>
    payload.rawRef.object.endsWith(setupMail)
      ? [notAContact('Amazon SES wrote this to see whether it may write here.')]
      : [readMail(payload, source, { vouch: vouchOfSes })],
}

/** The name under which SES stores a mail of its own when a receipt rule is made. */
const setupMail = '/AMAZON_SES_SETUP_NOTIFICATION'

/**
 * DMARC speaks of the domain in From, so it vouches only for a mail with one author, of that very domain (RFC 7489
 * section 6.6.1). A mail that fails and claims one of the company's own addresses is nobody's contact.
 */
function vouchOfSes(fields: Field[], source: Source): Vouched | { refused: string } {
  const { dmarc, virus } = sesVerdict(fields)
  if (virus) return { refused: 'Amazon SES found a virus in the mail.' }
  const authors = mailboxes(fields, 'from').map(({ address }) => address)
  if (dmarc.result === 'fail') return failed(authors, source)
  const only = authors.length === 1 && fieldValues(fields, 'from').length === 1
  const vouched = only && dmarc.result === 'pass' && authors[0]?.endsWith(`@${dmarc.domain}`) === true
  return vouched ? { tier: 'T1', how: 'dmarc-pass' } : { tier: 'T3', how: 'no-verdict' }
}

const failed = (authors: string[], source: Source): Vouched | { refused: string } =>
  authors.some(address => isOwn(source, emailIdentifier(address)))
    ? { refused: "The mail claims to be from one of the company's own addresses, but fails DMARC." }
    : { tier: 'T4', how: 'dmarc-fail' }
