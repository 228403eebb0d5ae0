import type { Field } from './mime/header-block.ts'

/** What the receiving server says of the author's domain (RFC 7489), `none` where it says nothing that counts. */
export type Dmarc = { result: 'pass' | 'fail' | 'none'; domain?: string }

export type SesVerdict = { dmarc: Dmarc; virus: boolean }

/**
 * What Amazon SES wrote on a mail that it stored. SES puts its fields on top: Return-Path, Received (by
 * inbound-smtp.<region>.amazonaws.com), X-SES-Spam-Verdict, X-SES-Virus-Verdict, Received-SPF, Authentication-Results
 * with the name amazonses.com, and X-SES-RECEIPT, which closes them. Only what stands there counts, since the sender may
 * have written the same fields further down; without the closing field, which SES writes on every mail, nothing does.
 * What the verdicts mean: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html; the
 * fields and their order are those of mails that SES stored.
 */
export function sesVerdict(fields: Field[]): SesVerdict {
  const added = addedBySes(fields)
  const results = added.filter(({ name }) => name === 'authentication-results').map(({ value }) => value)
  const virus = added.some(({ name, value }) => name === 'x-ses-virus-verdict' && /^fail/i.test(value))
  const [only] = results
  return { dmarc: results.length === 1 && only !== undefined ? dmarcOf(only) : { result: 'none' }, virus }
}

const bySes = new Set([
  'return-path',
  'received',
  'x-ses-spam-verdict',
  'x-ses-virus-verdict',
  'received-spf',
  'authentication-results',
  'x-ses-receipt',
])

function addedBySes(fields: Field[]): Field[] {
  const end = fields.findIndex(({ name }) => name === 'x-ses-receipt')
  const added = fields.slice(0, Math.max(0, end))
  const received = added.filter(({ name }) => name === 'received')
  const ours = received.length === 1 && /\bby inbound-smtp\.[a-z0-9-]+\.amazonaws\.com\b/.test(received[0]?.value ?? '')
  return ours && added.every(({ name }) => bySes.has(name)) ? added : []
}

/**
 * RFC 8601 section 2.2. The envelope's sender stands in the same field, and whoever sends chooses it: what it puts into
 * quotes or comments is taken out, and a method that is told twice is not believed when any of the two is a pass.
 */
function dmarcOf(field: string): Dmarc {
  const [server = '', ...methods] = withoutComments(field.replace(/"(?:[^"\\]|\\.)*"/g, '""')).split(';')
  if (server.trim().toLowerCase() !== 'amazonses.com') return { result: 'none' }
  const told = methods.map(method => /^\s*dmarc\s*=\s*([a-z]+)\b(.*)$/is.exec(method)).filter(method => method !== null)
  const results = told.map(([, result = '']) => result.toLowerCase())
  if (results.includes('fail')) return { result: 'fail' }
  const domain = /\bheader\.from\s*=\s*([^\s;]+)/i.exec(told[0]?.[2] ?? '')?.[1]?.toLowerCase()
  return results.length === 1 && results[0] === 'pass' && domain !== undefined
    ? { result: 'pass', domain }
    : { result: 'none' }
}

/** Comments nest, so the innermost go first; a handful of levels is more than any server writes. */
function withoutComments(text: string): string {
  let plain = text
  for (let depth = 0; depth < 5; depth++) plain = plain.replace(/\([^()]*\)/g, ' ')
  return plain
}
