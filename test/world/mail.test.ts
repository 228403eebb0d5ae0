import PostalMime, { type Email } from 'postal-mime'
import { expect, test } from 'vitest'
import type { Truth } from '../../bench/world/event.ts'
import { sample } from './sample.ts'

/** A reader of mail that is not ours reads the generated mails, so that writer and reader cannot share a mistake. */

const mails = sample.flatMap(({ format, bytes, envelope, truth: [truth] }) =>
  format === 'mail' && truth && truth.broken === undefined ? [{ bytes, envelope, truth }] : [],
)
const read = await Promise.all(
  mails.map(async ({ bytes, envelope, truth }) => ({ mail: await PostalMime.parse(bytes), envelope, truth })),
)
const written = read.filter(({ truth }) => truth.automatic === undefined)

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const unmarked = (html: string): string =>
  html
    .replaceAll(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll(/&(?:lt|gt|amp);/g, entity => entities[entity] ?? entity)
const squashed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const textsOf = ({ text, html }: Email): string[] =>
  [text, html && unmarked(html)].flatMap(one => (one === undefined || one === '' ? [] : [squashed(one)]))
const valuesOf = ({ identifiersShown }: Truth, place: string): string[] =>
  identifiersShown.filter(({ where }) => where === place).map(({ value }) => value)

test('every part says the words that were written', () => {
  for (const { mail, truth } of written) {
    const texts = textsOf(mail)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(text).toContain(squashed(truth.words))
  }
})

test('the subject is the one that was given', () => {
  for (const { mail, truth } of read) expect(mail.subject ?? '').toBe(truth.subject)
})

test('senders and recipients are those of the truth', () => {
  for (const { mail, truth } of written) {
    const from = mail.from?.address?.toLowerCase()
    const to = [...(mail.to ?? []), ...(mail.cc ?? [])].map(({ address }) => address?.toLowerCase())
    if (truth.direction === 'inbound') expect([from]).toEqual(valuesOf(truth, 'sender'))
    for (const value of [...valuesOf(truth, 'recipient'), ...valuesOf(truth, 'copied')]) expect(to).toContain(value)
  }
})

test('what is in the signature is read with the rest, after the words', () => {
  const signed = written.filter(({ truth }) => valuesOf(truth, 'signature').length > 0)
  expect(signed.length).toBeGreaterThan(50)
  for (const { mail, truth } of signed) {
    const [text = ''] = textsOf(mail)
    const after = text.slice(text.indexOf(squashed(truth.words))).replaceAll(/\D/g, '')
    for (const value of valuesOf(truth, 'signature')) expect(after).toContain(value.slice(-6))
  }
})

test('a reply names the mail it answers, and quotes it', () => {
  const known = new Map(written.map(({ mail, truth }) => [mail.messageId, { mail, truth }]))
  const replies = written.filter(({ mail }) => mail.inReplyTo && known.has(mail.inReplyTo))
  expect(replies.length).toBeGreaterThan(100)
  for (const { mail, truth } of replies) {
    const answered = known.get(mail.inReplyTo ?? '')
    expect(answered?.truth.matter).toBe(truth.matter)
    expect(mail.references).toContain(mail.inReplyTo)
    const [firstWords = ''] = answered?.truth.words.split('\n') ?? []
    expect(textsOf(mail)[0]).toContain(squashed(firstWords))
  }
})

test('mails are put together in many ways', () => {
  const bodies = new Set(
    mails.map(({ bytes }) => {
      const source = Buffer.from(bytes).toString('latin1')
      const charset = /charset=([\w-]+)/.exec(source)?.[1]
      const transfer = /^Content-Transfer-Encoding: (\S+)/im.exec(source)?.[1]
      return `${/^Content-Type: ([\w/]+)/im.exec(source)?.[1]} ${charset} ${transfer}`
    }),
  )
  expect(bodies.size).toBeGreaterThan(8)
  expect(read.some(({ mail }) => mail.attachments.length > 0)).toBe(true)
})

test('a bounce comes from nobody', () => {
  const bounces = read.filter(({ truth }) => truth.automatic === 'bounce')
  expect(bounces.length).toBeGreaterThan(0)
  for (const { envelope } of bounces) expect(envelope?.from).toBe('')
})
