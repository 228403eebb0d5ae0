import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { mail } from '../../core/channels/email/mail.ts'
import { plainLines } from '../../core/channels/email/words/line.ts'
import { type Words, wordsOf } from '../../core/channels/email/words/own-words.ts'
import { defaultSource } from '../../core/source/source.ts'
import { corpusSets, filesBelow } from './corpus-files.ts'

const sets = corpusSets('email')
const folderOf = (name: string): string => sets.find(set => set.name === name)?.folder ?? ''
const measured: string[] = []
afterAll(() => {
  if (measured.length > 0) console.log(['Own words against what the sources say of them:', ...measured].join('\n'))
})

const textOf = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
const wordsIn = (text: string): Words => wordsOf(plainLines(text, 10_000))
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

function reaches(floor: number, what: string, results: boolean[]): void {
  const right = results.filter(result => result).length
  measured.push(`  ${what.padEnd(64)} ${right} of ${results.length}`)
  expect(results.length).toBeGreaterThan(0)
  expect(right / results.length).toBeGreaterThanOrEqual(floor)
}

describe.skipIf(folderOf('reply-trimmer') === '')('reply-trimmer', () => {
  // It keeps quotes between which somebody answers, where we keep the answers alone: four of its mails.
  test('what is left of each mail', () => {
    const folder = folderOf('reply-trimmer')
    const mails = filesBelow(join(folder, 'emails'))
    const left = (path: string) =>
      existsSync(join(folder, 'trimmed', path)) ? textOf(join(folder, 'trimmed', path)) : ''
    reaches(
      0.85,
      'reply-trimmer: own words',
      mails.map(({ path }) => spaced(wordsIn(textOf(join(folder, 'emails', path))).text) === spaced(left(path))),
    )
  })
})

describe.skipIf(folderOf('crisp-email-reply-parser') === '')('crisp-email-reply-parser', () => {
  test('the first fragment of each mail', () => {
    const folder = folderOf('crisp-email-reply-parser')
    const truth = z
      .record(z.string(), z.string())
      .parse(JSON.parse(textOf(join(folder, '_expected_first_fragment.json'))))
    reaches(
      0.9,
      'crisp: own words',
      Object.entries(truth).map(([path, first]) => spaced(wordsIn(textOf(join(folder, path))).text) === spaced(first)),
    )
  })
})

describe.skipIf(folderOf('talon') === '')('talon', () => {
  // It keeps signatures, which we set apart.
  test('the reply in each mail', async () => {
    const folder = join(folderOf('talon'), 'standard_replies')
    const truth = z.record(z.string(), z.string()).parse(JSON.parse(textOf(join(folder, '_expected_reply.json'))))
    const results: boolean[] = []
    for (const [path, reply] of Object.entries(truth)) {
      const bytes = new Uint8Array(readFileSync(join(folder, path)))
      const payload = {
        bytes,
        receivedAt: '2026-03-02T12:00:00.000Z',
        rawRef: { object: 'o', offset: 0, length: bytes.length },
      }
      const [finding] = await mail.parse(payload, defaultSource('real', 'mail'))
      const text = finding?.type === 'contact' ? finding.contact.text : ''
      results.push(text !== '' && spaced(reply).startsWith(spaced(text)))
    }
    reaches(0.95, 'talon: own words, without signatures', results)
  })
})

describe.skipIf(folderOf('crisp-email-forward-parser') === '')('crisp-email-forward-parser', () => {
  test('nobody’s words are taken for those who forward them', () => {
    const folder = folderOf('crisp-email-forward-parser')
    const truth = z
      .object({ constants: z.object({ BODY: z.string(), MESSAGE: z.string() }) })
      .parse(JSON.parse(textOf(join(folder, '_expected.json'))))
    const begins = (text: string) => spaced(text).slice(0, 40)
    const bodies = filesBelow(folder)
      .map(({ path }) => textOf(join(folder, path)))
      .filter(text => spaced(text).includes(begins(truth.constants.BODY)))
    reaches(
      0.97,
      'crisp: forwarded words are not own',
      bodies.map(text => !spaced(wordsIn(text).own).includes(begins(truth.constants.BODY))),
    )
    const commented = bodies.filter(text => spaced(text).startsWith(begins(truth.constants.MESSAGE)))
    reaches(
      0.9,
      'crisp: words above a forwarded mail',
      commented.map(text => spaced(wordsIn(text).text) === spaced(truth.constants.MESSAGE)),
    )
  })
})

/** These sources tell their truths in code; what holds for each of their mails is that no line is lost or invented. */
describe
  .skipIf(sets.length === 0)
  .each(['zapier-email-reply-parser', 'willdurand-EmailReplyParser', 'github-email_reply_parser'])('%s', name => {
  test.skipIf(folderOf(name) === '')('each line is own, signature or quoted, and something is shown', () => {
    for (const { path } of filesBelow(folderOf(name)).filter(file => file.path.endsWith('.txt'))) {
      const text = textOf(join(folderOf(name), path))
      const read = wordsIn(text)
      const all = [read.own, read.about, read.signature, read.quoted].join('\n')
      expect(plainLines(text, 10_000).every(line => all.includes(line.text))).toBe(true)
      expect(read.text.trim() !== '' || text.trim() === '').toBe(true)
    }
  })
})
