import { mailDate } from '../calendar.ts'
import type { Fact, Shown, Truth } from '../event.ts'
import { truthOf } from '../matters/contact.ts'
import type { MailThread, Matter } from '../matters/matter.ts'
import { letterReaches } from '../matters/reach.ts'
import type { Address, Habits, Person, Stranger } from '../people/person.ts'
import { fullName } from '../people/person.ts'
import type { Random } from '../random.ts'
import { companyLetter } from '../texts/company.ts'
import { customerLetter } from '../texts/customer.ts'
import { penFor } from '../texts/pen.ts'
import { phraseBook } from '../texts/phrase-book.ts'
import type { Draft } from './draft.ts'
import {
  companySignature,
  crlf,
  type Letter,
  plainLetter,
  quotation,
  remembered,
  richLetter,
  signatureOf,
} from './letter.ts'
import { type Build, type Mailbox, type Message, writeMessage } from './message.ts'
import type { Charset, Transfer } from './mime.ts'

type Look = {
  build: Build
  charset: Charset
  transfer: Transfer
  style: Letter['style']
  wrap: boolean
  extra: string[]
}

/** How the mail client of a person builds a message. */
function lookOf(client: Habits['client'], random: Random): Look {
  const look = (build: Build, transfer: Transfer, extra: string[], more: Partial<Look> = {}): Look => ({
    build: build === 'alternative' && random.chance(0.05) ? 'attachment' : build,
    charset: 'utf-8',
    transfer,
    style: 'prefixed',
    wrap: false,
    extra,
    ...more,
  })
  const looks: Record<Habits['client'], () => Look> = {
    web: () => look('alternative', random.chance(0.7) ? 'quoted-printable' : 'base64', []),
    phone: () =>
      look(random.chance(0.5) ? 'plain' : 'alternative', 'quoted-printable', ['X-Mailer: Phone Mail (22D72)']),
    desktop: () =>
      look('plain', '7bit', ['User-Agent: Desktop Mail 128.6'], {
        wrap: true,
        charset: random.chance(0.4) ? 'iso-8859-1' : 'utf-8',
      }),
    office: () =>
      look('alternative', 'quoted-printable', ['X-Mailer: Office Mail 16.0', `Thread-Index: AdS${random.hex(24)}`], {
        style: 'original',
      }),
    html: () => look('html', 'base64', ['X-Mailer: WebMailer 3']),
  }
  return looks[client]()
}

/** Addresses of RFC 5737, which belong to nobody. */
const hostAddress = (random: Random): string =>
  `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`

const receivedBy = (domain: string, to: string, date: string, random: Random): string[] => {
  const host = `mx${random.between(1, 9)}.${domain}`
  return [
    `Received: from ${host} (${host} [${hostAddress(random)}])\r\n\tby inbound.mail.example with ESMTPS id ${random.hex(12)}\r\n\tfor <${to}>; ${date}`,
    `Received: from [${hostAddress(random)}] by ${host} with ESMTPSA id ${random.hex(14)};\r\n\t${date}`,
  ]
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1)

/** Which address somebody uses for a matter: mostly their own, now and then one of several, or a shared one. */
function addressFor(matter: Matter): Address {
  const { person, random, mail } = matter
  const known = person.addresses.find(({ address }) => address === mail?.address)
  if (known && !random.chance(0.06)) return known
  return random.weighted(
    person.addresses.map(one => [one, one.use === 'private' ? 6 : one.use === 'work' ? 2 : 1] as const),
  )
}

/** A name before an address, as clients of different people put it. */
function displayName(person: Person, random: Random): string | undefined {
  return random.weighted([
    [fullName(person), 75],
    [`${person.family}, ${person.given}`, 8],
    [person.given, 9],
    [undefined, 8],
  ])
}

const subjectOf = (matter: Matter, random: Random): string => {
  const { mail, person } = matter
  const phrases = phraseBook[person.language]
  if (mail?.subject.startsWith(phrases.mail.reply)) return mail.subject
  if (mail) return `${phrases.mail.reply} ${mail.subject}`.trimEnd()
  return random.chance(0.02) ? '' : penFor(matter).say(phrases.topics[matter.topic].subject)
}

type Side = { from: Mailbox; to: Mailbox[]; cc?: Mailbox[]; envelopeFrom: string; deliverTo: string; customer: string }

/** Builds, remembers and addresses one mail of a matter, whoever wrote it. */
function post(matter: Matter, at: number, side: Side, letter: Letter, look: Look, truth: Truth): Draft {
  const { random, person, mail } = matter
  const date = mailDate(at, person.country)
  const subject = truth.subject ?? ''
  const messageId = `${random.hex(16)}.${truth.contact}@${domainOf(side.from.address)}`
  const references = mail?.references ?? []
  const last = references.at(-1)
  const plain = plainLetter(letter, look.wrap)
  const message: Message = {
    ...side,
    subject,
    date,
    messageId,
    ...(last !== undefined && { inReplyTo: last, references }),
    received: receivedBy(domainOf(side.from.address), side.deliverTo, date, random),
    extra: look.extra,
    build: look.build,
    charset: look.charset,
    transfer: look.transfer,
    text: crlf(plain),
    html: richLetter(letter),
    boundary: `=_${random.hex(24)}`,
  }
  const author = side.from.name ?? side.from.address
  const text = remembered(plain)
  matter.mail = {
    subject,
    references: [...references, messageId].slice(-8),
    address: side.customer,
    last: { at, author, address: side.from.address, text },
  } satisfies MailThread
  return {
    at: at + random.between(1, 20) * 1000,
    door: 'smtp',
    format: 'mail',
    contentType: 'message/rfc822',
    bytes: writeMessage(message),
    envelope: { from: side.envelopeFrom, to: [side.deliverTo] },
    truth,
  }
}

const quotedOf = (matter: Matter, style: Letter['style'], to: string): string =>
  matter.mail ? quotation(matter.mail, matter.person, style, to) : ''

/** Somebody else in Cc: another user of the household or office, with an address of their own. */
function copied(
  matter: Matter,
  from: Address,
  others: readonly Person[],
): { cc?: Mailbox[]; shown: Shown[]; ids: string[] } {
  const [other] = others
  const [address] = other?.addresses ?? []
  if (!other || !address || address.address === from.address || !matter.random.chance(0.35))
    return { shown: [], ids: [] }
  const value = address.address.toLowerCase()
  return {
    cc: [{ name: fullName(other), address: address.address }],
    shown: [{ type: 'email', value, where: 'copied', owner: other.id }],
    ids: [other.id],
  }
}

/** A mail from the customer to the brand's mailbox. `near` are people who live or work with them. */
export function customerMail(matter: Matter, at: number, near: readonly Person[], stranger: Stranger): Draft {
  const { random, person, brand, topic } = matter
  const from = addressFor(matter)
  const look = lookOf(person.habits.client, random)
  const shownAddress = random.chance(0.05) ? from.address.replace(/^./, first => first.toUpperCase()) : from.address
  const truth = truthOf(matter, { by: 'customer', via: 'mail', at })
  const subject = subjectOf(matter, random)
  const reaches = letterReaches(person, at, topic === 'delivery' && !matter.mail, stranger, random)
  const written = customerLetter(matter, 'mail', at, reaches)
  const signature = signatureOf(person, at, phraseBook[person.language], random)
  const copy = copied(matter, from, near)
  const quoted = quotedOf(matter, look.style, from.address)
  const letter: Letter = { paragraphs: written.paragraphs, signature: signature.text, quoted, style: look.style }
  const name = displayName(person, random)
  const side: Side = {
    from: { ...(name !== undefined && { name }), address: shownAddress },
    to: [{ ...(random.chance(0.6) && { name: brand.name }), address: brand.mailbox }],
    ...(copy.cc && { cc: copy.cc }),
    envelopeFrom: from.address,
    deliverTo: brand.mailbox,
    customer: from.address,
  }
  const sender: Shown = { type: 'email', value: from.address.toLowerCase(), where: 'sender', owner: person.id }
  return post(matter, at, side, letter, look, {
    ...truth,
    others: copy.ids,
    words: written.paragraphs.join('\n\n'),
    subject,
    facts: written.facts,
    identifiersShown: [
      sender,
      ...written.shown,
      ...signature.shown,
      ...copy.shown,
      ...accountShown(written.facts, person),
    ],
  })
}

/** A customer number in the text is a fact, and it also says who writes. */
export const accountShown = (facts: readonly Fact[], person: Person): Shown[] =>
  facts.some(({ kind }) => kind === 'account')
    ? [{ type: 'account', value: person.account, where: 'text', owner: person.id }]
    : []

/** An answer of the company, as its own mail system copies it to the mailbox. */
export function companyMail(matter: Matter, at: number): Draft {
  const { random, person, brand, agent } = matter
  const address = matter.mail?.address ?? addressFor(matter).address
  const truth = truthOf(matter, { by: 'company', via: 'mail', at })
  const subject = subjectOf(matter, random)
  const answer = companyLetter(matter, at)
  const quoted = quotedOf(matter, 'prefixed', brand.mailbox)
  const letter: Letter = {
    paragraphs: answer.paragraphs,
    signature: companySignature(matter, random),
    quoted,
    style: 'prefixed',
  }
  const side: Side = {
    from: { name: `${agent} (${brand.name})`, address: brand.mailbox },
    to: [{ name: fullName(person), address }],
    envelopeFrom: brand.mailbox,
    deliverTo: brand.mailbox,
    customer: address,
  }
  const look = lookOf('web', random)
  return post(
    matter,
    at,
    side,
    letter,
    { ...look, build: 'alternative' },
    {
      ...truth,
      words: answer.paragraphs.join('\n\n'),
      subject,
      identifiersShown: [{ type: 'email', value: address.toLowerCase(), where: 'recipient', owner: person.id }],
      ...(answer.promise && { promise: answer.promise }),
    },
  )
}
