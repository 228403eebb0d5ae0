import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { parseAddresses } from '../../core/channels/email/addresses.ts'
import { mail } from '../../core/channels/email/mail.ts'
import { decodeWords } from '../../core/channels/email/mime/encoded-words.ts'
import { fieldValue } from '../../core/channels/email/mime/header-block.ts'
import { withLineFeeds } from '../../core/channels/email/mime/line-ends.ts'
import { readParts } from '../../core/channels/email/mime/parts.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import { corpusSets, filesBelow } from './corpus-files.ts'

const sets = corpusSets('email')
const source: Source = { ...defaultSource('real', 'mail'), ownIdentifiers: [], defaultRegion: 'US' }
const folderOf = (name: string): string => sets.find(set => set.name === name)?.folder ?? ''
const measured: string[] = []
afterAll(() => {
  if (measured.length > 0) console.log(['Mails against what the sources say of them:', ...measured].join('\n'))
})

/** Counts agreements; the share must reach the floor, and only the share is ever shown. */
class Score {
  #right = 0
  #all = 0
  note(isRight: boolean): void {
    this.#all++
    if (isRight) this.#right++
  }
  reaches(floor: number, what: string): void {
    measured.push(`  ${what.padEnd(64)} ${this.#right} of ${this.#all}`)
    expect(this.#all).toBeGreaterThan(0)
    expect(this.#right / this.#all).toBeGreaterThanOrEqual(floor)
  }
}

async function contactOf(bytes: Uint8Array): Promise<Contact | undefined> {
  const payload = {
    bytes,
    receivedAt: '2026-03-02T12:00:00.000Z',
    rawRef: { object: 'o', offset: 0, length: bytes.length },
  }
  const [finding] = await mail.parse(payload, source)
  return finding?.type === 'contact' ? finding.contact : undefined
}

const headerOf = (bytes: Uint8Array) => {
  const { fields } = readParts(withLineFeeds(bytes))
  const addresses = (name: string) => parseAddresses(fieldValue(fields, name) ?? '').map(({ address }) => address)
  return {
    from: addresses('from'),
    to: addresses('to'),
    subject: spaced(decodeWords(fieldValue(fields, 'subject') ?? '')),
  }
}

const spaced = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe.skipIf(folderOf('stalwart-mail-parser') === '')('stalwart-mail-parser', () => {
  const listed = z.object({
    parts: z.array(z.object({ headers: z.array(z.object({ name: z.unknown(), value: z.unknown() })) })),
  })
  const addressesIn = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(addressesIn)
    if (typeof value !== 'object' || value === null) return []
    const own = 'address' in value && typeof value.address === 'string' ? [value.address.toLowerCase()] : []
    return [
      ...own,
      ...Object.values(value)
        .filter(member => typeof member === 'object')
        .flatMap(addressesIn),
    ]
  }
  test('authors, recipients and subjects', () => {
    const scores = { from: new Score(), to: new Score(), subject: new Score() }
    const folder = folderOf('stalwart-mail-parser')
    for (const { path, bytes } of filesBelow(folder).filter(file => file.path.endsWith('.eml'))) {
      const truth = listed.safeParse(
        existsSync(join(folder, path.replace('.eml', '.json')))
          ? json(join(folder, path.replace('.eml', '.json')))
          : {},
      )
      if (!truth.success) continue
      const value = (name: string): unknown => truth.data.parts[0]?.headers.find(header => header.name === name)?.value
      const header = headerOf(bytes)
      const subject = z.object({ Text: z.string() }).safeParse(value('subject'))
      scores.from.note(header.from.join() === addressesIn(value('from')).join())
      scores.to.note(header.to.join() === addressesIn(value('to')).join())
      scores.subject.note(header.subject === spaced(subject.data?.Text ?? ''))
    }
    scores.from.reaches(0.95, 'stalwart: author')
    scores.to.reaches(0.95, 'stalwart: recipients')
    scores.subject.reaches(0.93, 'stalwart: subject')
  })
})

describe.skipIf(folderOf('zammad-mail') === '')('zammad-mail', () => {
  const told = z.object({
    from_email: z.string().default(''),
    to: z.string().default(''),
    subject: z.string().default(''),
    body: z.string().default(''),
  })
  const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
  test('authors, recipients, subjects, and no word that is not in the mail', async () => {
    const scores = { from: new Score(), to: new Score(), subject: new Score(), text: new Score() }
    const folder = folderOf('zammad-mail')
    for (const { path, bytes } of filesBelow(folder).filter(file => file.path.endsWith('.box'))) {
      const truth = told.safeParse(json(join(folder, path.replace('.box', '.expected.json'))))
      if (!truth.success) continue
      const header = headerOf(bytes)
      scores.from.note((header.from[0] ?? '') === truth.data.from_email.toLowerCase())
      scores.to.note(
        header.to.join() ===
          parseAddresses(truth.data.to)
            .map(({ address }) => address)
            .join(),
      )
      scores.subject.note(header.subject === spaced(truth.data.subject))
      const shown = wordsIn(truth.data.body.replace(/<[^>]*>/g, ' '))
      const read = [...wordsIn((await contactOf(bytes))?.text ?? '')]
      scores.text.note(read.filter(word => shown.has(word)).length >= 0.9 * read.length)
    }
    scores.from.reaches(0.88, 'zammad: author')
    scores.to.reaches(0.95, 'zammad: recipients')
    scores.subject.reaches(0.92, 'zammad: subject')
    scores.text.reaches(0.88, 'zammad: words')
  })
})

describe.skipIf(folderOf('sisimai-bounces') === '')('sisimai-bounces', () => {
  const reasons = z.record(z.string(), z.array(z.object({ reason: z.string() })))
  test('bounces are bounces, with the recipients they are about; vacation notes are replies', async () => {
    const folder = folderOf('sisimai-bounces')
    const truth = reasons.parse(json(join(folder, '_expected.json')))
    const scores = { bounce: new Score(), recipient: new Score(), vacation: new Score(), feedback: new Score() }
    for (const { path, bytes } of filesBelow(folder)) {
      const reason = truth[path.replace(/^.*\//, '').replace('.eml', '')]?.[0]?.reason
      if (reason === undefined) continue
      const found = await contactOf(bytes)
      if (reason === 'vacation') scores.vacation.note(found?.automatic === 'auto-reply')
      else if (reason === 'feedback') scores.feedback.note(found?.automatic === 'bounce')
      else scores.bounce.note(found?.automatic === 'bounce')
      if (found?.automatic === 'bounce') scores.recipient.note(found.to.length > 0)
    }
    scores.bounce.reaches(0.95, 'sisimai: bounces known as such')
    scores.recipient.reaches(0.97, 'sisimai: bounces whose recipient is known')
    scores.vacation.reaches(0.8, 'sisimai: vacation notes known as replies')
    scores.feedback.reaches(0.6, 'sisimai: feedback reports known as reports')
  })
})

/** Sets of ids that somebody said belong together. */
class Joined {
  readonly #next = new Map<string, string>()
  rootOf(id: string): string {
    const next = this.#next.get(id) ?? id
    return next === id ? id : this.rootOf(next)
  }
  join(ids: string[]): void {
    for (const id of ids) this.#next.set(this.rootOf(id), this.rootOf(ids[0] ?? id))
  }
}

/** Whether two ways of grouping the same things put each thing with the same others. */
function agreements(pairs: [ours: string, theirs: string][]): boolean[] {
  const partner = new Map<string, string>()
  return pairs.map(([ours, theirs]) => {
    const [a, b] = [`ours ${ours}`, `theirs ${theirs}`]
    const agrees = (partner.get(a) ?? b) === b && (partner.get(b) ?? a) === a
    partner.set(a, b).set(b, a)
    return agrees
  })
}

describe.skipIf(folderOf('spamassassin-ham-threads') === '')('spamassassin-ham-threads', () => {
  const threads = z.record(z.string(), z.object({ thread: z.string() }))
  // The source joins two threads by a mail address that stands in In-Reply-To.
  test('mails of one thread are joined by what their contacts say, and of different threads are not', async () => {
    const folder = folderOf('spamassassin-ham-threads')
    const truth = threads.parse(json(join(folder, '_threads.json')))
    const joined = new Joined()
    const idOf = new Map<string, string>()
    for (const { path, bytes } of filesBelow(folder).filter(file => file.path in truth)) {
      const { id = path, inReplyTo = id, references = [] } = (await contactOf(bytes))?.thread ?? {}
      joined.join([id, inReplyTo, ...references])
      idOf.set(path, id)
    }
    const pairs = [...idOf].map(([path, id]): [string, string] => [joined.rootOf(id), truth[path]?.thread ?? path])
    const score = new Score()
    for (const agrees of agreements(pairs)) score.note(agrees)
    score.reaches(0.95, 'spamassassin: mails in their threads')
  })
})

const isSmallMail = (path: string, bytes: Uint8Array): boolean =>
  /\.(?:eml|box|raw)$/.test(path) && bytes.length <= 300_000

/** Another reader of MIME, on the same mails: two that agree are hardly wrong in the same way. */
describe.skipIf(sets.length === 0)('postal-mime', () => {
  const wordsIn = (text: string): Set<string> =>
    new Set(
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
    )
  test('reads the same authors, subjects and words', async () => {
    const scores = { from: new Score(), subject: new Score(), words: new Score() }
    const mails = sets.flatMap(({ folder }) => filesBelow(folder)).filter(({ path, bytes }) => isSmallMail(path, bytes))
    for (const { bytes } of mails) {
      const other = await PostalMime.parse(withLineFeeds(bytes), { forceRfc822Attachments: true })
      const header = headerOf(bytes)
      scores.from.note(
        (header.from[0] ?? '') === (other.from?.address ?? other.from?.group?.[0]?.address ?? '').toLowerCase(),
      )
      scores.subject.note(header.subject === spaced(other.subject ?? ''))
      const read = [...wordsIn((await contactOf(bytes))?.text ?? '')]
      const theirs = wordsIn(`${other.text ?? ''} ${(other.html ?? '').replace(/<[^>]*>/g, ' ')}`)
      if (theirs.size > 0) scores.words.note(read.filter(word => theirs.has(word)).length >= 0.9 * read.length)
    }
    scores.from.reaches(0.97, 'postal-mime: author')
    scores.subject.reaches(0.98, 'postal-mime: subject')
    scores.words.reaches(0.97, 'postal-mime: words')
  })
})
