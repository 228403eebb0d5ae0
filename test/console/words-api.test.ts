import { describe, expect, test } from 'vitest'
import { refusalText, troubleText } from '../../console/words/api-texts.ts'
import { de } from '../../console/words/de.ts'
import { en } from '../../console/words/en.ts'
import { reasonIn } from '../../console/words/reasons.ts'
import { type Language, sayIn, type Words } from '../../console/words/words.ts'
import { problemKinds } from '../../core/api/problem.ts'
import { channels } from '../../core/contact/contact.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { secondContact, waitedOnPromise } from '../../core/conversation/waiting.ts'
import { refusalKinds } from '../../core/reply/refusal.ts'
import { sourceFiles } from '../architecture/source-files.ts'

const catalogues: Record<Language, Record<string, string>> = { en, de }
const words = (language: Language): Words => ({ language, say: sayIn(language === 'en' ? en : de) })

/** The codes of troubles, as providers' adapters and the writing of mails give them. */
const given = /(?:refused|later)\(\s*'([a-z-]+)'|code: '([a-z-]+)'/g
const codes = ['adapters/providers', 'core/reply/mail', 'core/reply/transitions.ts']
  .flatMap(place => sourceFiles(place.replace(/\/[^/]*\.ts$/, '')))
  .flatMap(({ text }) => [...text.matchAll(given)].map(([, one, other]) => one ?? other ?? ''))
/** Meta's reasons are the keys of a table, each followed by what to do. */
const metas = sourceFiles('adapters/providers/meta').flatMap(({ text }) =>
  [...(/const advice = \{([\s\S]*?)\n\} as const/.exec(text)?.[1] ?? '').matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(
    ([, code]) => code ?? '',
  ),
)

describe.each(['en', 'de'] as const)('in %s', language => {
  const catalogue = catalogues[language]

  test.each(refusalKinds)('a refusal for %s has words', kind => {
    expect(catalogue[`refused.${kind}`]).toMatch(/\.$/)
  })

  test.each(Object.keys(problemKinds))('a problem of type %s has words', kind => {
    expect(catalogue[`problem.${kind}`]).toMatch(/\.$/)
  })

  test('every trouble with an answer has words', () => {
    expect(new Set(codes).size).toBeGreaterThan(25)
    expect(metas.length).toBeGreaterThan(5)
    const unsaid = [...codes, ...metas].filter(
      code =>
        catalogue[`trouble.${code}`] === undefined && catalogue[`refused.${code.replace('rule-', '')}`] === undefined,
    )
    expect([...new Set(unsaid)]).toEqual([])
  })
})

describe('what the API says in English', () => {
  test('is said by its kind in German, with the words that it quotes', () => {
    const message = 'This says another date than what was promised: “We call on Friday”.'
    const refusal = { kind: 'contradicts-promise', message }
    expect(refusalText(refusal, words('en'))).toBe(message)
    expect(refusalText(refusal, words('de'))).toBe('Das sagt etwas anderes, als versprochen wurde. “We call on Friday”')
    expect(troubleText({ code: 'rule-length', advice: 'A post on X holds 280.' }, words('de'))).toMatch(
      /^Sie ist länger/,
    )
    expect(troubleText({ code: 'not-known-here', advice: 'Wait.' }, words('de'))).toBe('Wait.')
  })

  test('of a place in a queue is said in German, whatever the channel and how often', () => {
    const at = '2026-03-02T12:00:00.000Z'
    const said = channels.flatMap(channel =>
      [1, 4, 11].flatMap(inbound =>
        [[], [{ contactId: 'c', at: '2026-03-01T10:00:00.000Z' }]].map(unanswered =>
          secondContact(conversationOf({ inbound, unanswered }), channel, at),
        ),
      ),
    )
    const reasons = [...said, ...said.map(one => `${one}; ${waitedOnPromise('2026-03-02T11:50:00.000Z', at)}`)]
    for (const reason of reasons) expect(reasonIn(reason, words('de'))).not.toMatch(/contact|after|waiting|answer|ago/)
    expect(reasonIn('second contact, phone after mail, 26 h waiting', words('de'))).toBe(
      'zweiter Kontakt, Telefon nach E-Mail, wartet 26 Std.',
    )
    expect(reasonIn('call back +44 20 7946 0018 at 14:00', words('de'))).toBe('+44 20 7946 0018 zurückrufen um 14:00')
  })
})

const conversationOf = (differing: Pick<Conversation, 'inbound' | 'unanswered'>): Conversation => ({
  ...{ v: 1, id: '0'.repeat(32), version: 1, anchor: 'email:alice@example.com', title: 'Order', brand: 'main' },
  ...{ department: 'service', status: 'open', since: '2026-03-01T10:00:00.000Z', priority: 'normal', tags: [] },
  ...{ channel: 'email', channels: ['email'], contacts: 1, openedAt: '2026-03-01T10:00:00.000Z' },
  ...{ lastAt: '2026-03-01T10:00:00.000Z', repeats: 0, switches: 0, ...differing },
})
