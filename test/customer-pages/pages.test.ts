import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { subscribe } from '../../core/digest/subscribe.ts'
import { pageLanguages } from '../../core/question/languages.ts'
import { alice } from '../timeline/contacts.ts'
import { facts, makePages } from './pages.ts'

const logged: string[] = []
beforeEach(() => {
  logged.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line))
})
afterEach(() => vi.restoreAllMocks())

const personal = /alice|example\.com|parcel|\+44|anna|invoice/i

describe('the page that ends a mail about reports', () => {
  const what = { kind: 'department' as const }
  const weekly = { every: 'week' as const, hour: 8, zone: 'Etc/UTC', language: 'en' as const }

  test('asks first, and ends it with any POST, as mail programs send one by themselves', async () => {
    const { call, token, subscriptions, clock } = makePages()
    const made = await subscribe(subscriptions, 'anna', what, weekly, clock.now)
    const path = `/unsubscribe/${token('unsubscribe', made?.id ?? '')}`
    const page = await call('GET', path)
    expect([page.status, facts(page.html).forms, facts(page.html).controls]).toEqual([200, 1, 1])
    expect(page.html).not.toMatch(personal)
    expect(await subscriptions.read(made?.id ?? '')).toHaveProperty('nextAt')
    expect((await call('POST', path, 'List-Unsubscribe=One-Click')).status).toBe(200)
    expect(await subscriptions.read(made?.id ?? '')).toMatchObject({ stoppedAt: clock.now })
    expect((await call('POST', path, 'List-Unsubscribe=One-Click')).status).toBe(200)
  })

  test('is no page of a survey, nor the other way round', async () => {
    const { call, token } = makePages()
    expect((await call('GET', `/unsubscribe/${token('survey', 'a'.repeat(32))}`)).status).toBe(404)
    expect((await call('GET', `/survey/${token('unsubscribe', 'a'.repeat(32))}`)).status).toBe(404)
  })
})

describe('the page of a survey', () => {
  test.each([
    ['csat', ['1', '2', '3', '4', '5']],
    ['nps', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
  ] as const)('%s: every score is a labelled button, and there is room for words', async (kind, scores) => {
    const { asked, call } = makePages('The Shop')
    const { path } = await asked(kind)
    const { status, html } = await call('GET', path)
    expect(status).toBe(200)
    const { radios, ids, referred, controls, forms, headings, title } = facts(html)
    expect(radios).toEqual(scores)
    expect(controls).toBe(scores.length + 3)
    expect(referred.filter(id => !ids.includes(id))).toEqual([])
    expect({ forms, headings }).toEqual({ forms: 1, headings: [title] })
    expect(html).toMatch(/<fieldset aria-describedby="ends">\s*<legend>[^<]+<\/legend>/)
    expect(html).toContain('<label class="words" for="comment">')
    expect(html).toContain('The Shop')
    expect(html).not.toMatch(personal)
  })

  test.each(pageLanguages)('speaks %s to whom we wrote in it, whatever the browser prefers', async language => {
    const { asked, call } = makePages()
    const { path } = await asked('csat', language)
    const shown = facts((await call('GET', path, undefined, 'ja')).html)
    expect(shown.language).toBe(language)
    expect(facts((await call('POST', path, 'score=3', 'ja')).html).language).toBe(language)
  })

  test('takes a score and words, once sent, and the last one counts', async () => {
    const { asked, call, surveys } = makePages()
    const { id, path } = await asked()
    for (let n = 0; n < 3; n++) await call('GET', path)
    expect((await surveys.read(id))?.answer).toBeUndefined()
    const sent = await call('POST', path, 'score=2&comment=slow+%26+%3Cb%3Erude%3C%2Fb%3E')
    expect([sent.status, facts(sent.html).title]).toEqual([200, 'Thank you'])
    expect((await surveys.read(id))?.answer).toMatchObject({ score: 2, comment: 'slow & <b>rude</b>', how: 'link' })
    await call('POST', path, 'score=4')
    expect(await surveys.read(id)).toMatchObject({ answer: { score: 4 }, history: [{ score: 2 }] })
    expect((await call('GET', path)).html).not.toContain('rude')
  })

  test.each(['', 'comment=only', 'score=0', 'score=6', 'score=4.5', 'score=abc', 'score=04', 'score=10'])(
    'asks again for %j',
    async form => {
      const { asked, call, surveys } = makePages()
      const { id, path } = await asked()
      const { status, html } = await call('POST', path, form)
      expect(status).toBe(422)
      expect(html).toContain('role="alert"')
      expect((await surveys.read(id))?.answer).toBeUndefined()
    },
  )

  test('takes that somebody does not want to be asked again, with a score or without', async () => {
    const { asked, call, surveys, consents } = makePages()
    const { id, path } = await asked()
    const stopped = await call('POST', path, 'stop=1')
    expect([stopped.status, stopped.html]).toEqual([200, expect.stringContaining('not ask you again')])
    expect((await surveys.read(id))?.answer).toBeUndefined()
    await call('POST', path, 'stop=1&score=3')
    expect((await surveys.read(id))?.answer).toMatchObject({ score: 3 })
    const [consent] = await consents.read([alice])
    expect(consent?.purposes.survey).toMatchObject({ state: 'denied', source: 'link', by: 'the customer' })
  })

  test('refuses more than eight kilobytes', async () => {
    const { asked, call } = makePages()
    const { path } = await asked()
    expect((await call('POST', path, `score=5&comment=${'x'.repeat(9000)}`)).status).toBe(413)
  })
})

describe('the page of a confirmation', () => {
  test.each(pageLanguages)('asks in %s, and says nothing of who it may be', async language => {
    const { toConfirm, call } = makePages('The Shop')
    const { path } = await toConfirm({ language })
    const { status, html } = await call('GET', path)
    expect({ status, language: facts(html).language, forms: facts(html).forms }).toEqual({
      status: 200,
      language,
      forms: 1,
    })
    expect(html).toContain('The Shop')
    expect(html).not.toMatch(personal)
  })

  test('reading it confirms nothing, and it says so when it was used or settled', async () => {
    const { toConfirm, call, confirmations } = makePages()
    const { id, path } = await toConfirm()
    for (let n = 0; n < 3; n++) expect((await call('GET', path)).status).toBe(200)
    expect((await confirmations.read(id))?.usedAt).toBeUndefined()
    const settled = await call('POST', path, '')
    expect([settled.status, facts(settled.html).title]).toEqual([410, 'No longer needed'])
    const used = await call('POST', path, '')
    expect([used.status, facts(used.html).title]).toEqual([410, 'Already confirmed'])
  })
})

describe('a link that is no good', () => {
  test.each([
    [
      'forged',
      404,
      'This link is not complete',
      (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    ],
    ['cut short', 404, 'This link is not complete', (token: string) => token.slice(0, 40)],
    ['empty', 404, 'This link is not complete', () => ''],
  ] as const)('%s is told so, whatever is sent to it', async (_, status, title, spoil) => {
    const { asked, call, token, surveys } = makePages()
    const { id } = await asked()
    const path = `/survey/${spoil(token('survey', id))}`
    for (const method of ['GET', 'POST']) {
      const answer = await call(method, path, 'score=5')
      expect([answer.status, facts(answer.html).title]).toEqual([status, title])
    }
    expect((await surveys.read(id))?.answer).toBeUndefined()
  })

  test('expired is 410, in the language of the browser', async () => {
    const { asked, call, token } = makePages()
    const { id } = await asked()
    const answer = await call('POST', `/survey/${token('survey', id, 0)}`, 'score=5', 'de-AT,de;q=0.9,en;q=0.8')
    expect([answer.status, facts(answer.html)]).toMatchObject([
      410,
      { language: 'de', title: 'Dieser Link ist abgelaufen' },
    ])
  })

  test('for something else opens nothing', async () => {
    const { asked, call, token } = makePages()
    const { id } = await asked()
    expect((await call('POST', `/confirm/${token('survey', id)}`, '')).status).toBe(404)
    expect((await call('POST', `/survey/${token('confirmation', id)}`, 'score=5')).status).toBe(404)
    expect((await call('GET', `/survey/${token('survey', 'f'.repeat(32))}`)).status).toBe(404)
  })

  test('is only read and sent', async () => {
    const { asked, call } = makePages()
    const { path } = await asked()
    expect((await call('DELETE', path)).status).toBe(405)
  })
})

describe('every page', () => {
  test('applies its own style and nothing else, is kept, framed and indexed by nobody, and tells no other site', async () => {
    const { asked, call, toConfirm } = makePages('<script>alert(1)</script>')
    const paths = [(await asked()).path, (await toConfirm()).path, '/survey/none']
    for (const path of paths) {
      const { html, headers } = await call('GET', path)
      expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|url\(|https?:/)
      const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
      const hash = createHash('sha256').update(style).digest('base64')
      expect(headers['content-security-policy']).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      )
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-content-type-options': 'nosniff',
      })
      expect(html).toContain('prefers-color-scheme:dark')
      expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
    }
  })

  test('is logged without its link, and what failed is said without why', async () => {
    const { asked, call, surveys } = makePages()
    const { id, path } = await asked()
    await call('GET', path)
    surveys.read = async () => {
      throw new Error(`no ${id}`)
    }
    const failed = await call('POST', path, 'score=5')
    expect([failed.status, facts(failed.html).title]).toEqual([503, 'That did not work'])
    expect(failed.html).not.toContain(id)
    expect(logged).toHaveLength(2)
    for (const line of logged) {
      expect(line).not.toContain(id)
      expect(line).not.toContain(path.split('/')[2])
    }
  })
})
