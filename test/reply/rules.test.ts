import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReplyContent } from '../../core/reply/content.ts'
import { type Network, networks, type ReplyForm, replyForms } from '../../core/reply/reply.ts'
import { linksIn } from '../../core/reply/rules/links.ts'
import { xLength } from '../../core/reply/rules/x-length.ts'
import { breachesOf, lengthOf, windowOf } from '../../core/reply/rules.ts'

const written = (text: string, more: Partial<ReplyContent> = {}): ReplyContent => ({ text, attachments: [], ...more })
const file = (mediaType: string, bytes = 1000) => ({ name: 'the file', mediaType, bytes, object: 'files/1' })
const rulesOf = (network: Network, form: ReplyForm, content: ReplyContent) =>
  breachesOf(network, form, content).map(({ rule }) => rule)

describe('the length of a post on X', () => {
  test.each([
    ['hello', 5],
    ['café', 4],
    ['cafe\u0301', 4],
    ['Привет', 6],
    ['こんにちは', 10],
    ['你好', 4],
    ['한국', 4],
    ['👾', 2],
    ['🙋🏽', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇩🇪', 2],
    ['“quoted” – and … on', 20],
    ['https://example.com', 23],
    ['https://example.com/a/very/long/path?with=parameters&and=more', 23],
    ['see http://a.io/b, please', 4 + 23 + 8],
    ['example.com', 23],
    ['write to help@example.com', 25],
    ['Shop.example is shut.Please wait', 32],
    ['(https://example.com/a_(b))', 25],
    ['two https://example.com/1 https://example.com/2', 4 + 23 + 1 + 23],
  ])('%s is %i', (text, length) => {
    expect(xLength(text)).toBe(length)
  })

  test('the same link twice counts twice', () => {
    expect(xLength('https://example.com/1 https://example.com/12')).toBe(47)
  })

  test('is that of its parts, set apart by a space', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('hello', 'こ', '👾', 'https://example.com/1'), { minLength: 1 }), words => {
        const spaces = words.length - 1
        expect(xLength(words.join(' '))).toBe(words.reduce((sum, word) => sum + xLength(word), spaces))
      }),
    ))
})

test.each([
  ['Look at www.example.de or example.de/shop.', ['www.example.de', 'example.de/shop']],
  ['This is the end.So be it', []],
  ['Version 1.2.3 of node.js costs 3.50', []],
  ['「https://example.com/あ」と言った', ['https://example.com/あ']],
  ['http://', []],
])('links in: %s', (text, links) => {
  expect(linksIn(text)).toEqual(links)
})

describe('rules of the networks', () => {
  test('a text at the limit may be sent, one more may not, and the breach says how much to take off', () => {
    const limits: [Network, ReplyForm, number][] = [
      ['x', 'post', 280],
      ['x', 'direct', 10_000],
      ['facebook', 'comment', 8_000],
      ['facebook', 'direct', 2_000],
      ['facebook', 'private-reply', 2_000],
      ['instagram', 'comment', 2_200],
      ['instagram', 'direct', 1_000],
      ['whatsapp', 'direct', 4_096],
    ]
    for (const [network, form, limit] of limits) {
      expect(breachesOf(network, form, written('a'.repeat(limit)))).toEqual([])
      const [breach, ...more] = breachesOf(network, form, written('a'.repeat(limit + 2)))
      expect(breach).toMatchObject({ rule: 'length', limit, actual: limit + 2 })
      expect(breach?.message).toContain('Shorten it by 2')
      expect(more).toEqual([])
    }
  })

  test('a message on Instagram is measured in bytes', () => {
    expect(lengthOf('instagram', 'direct', written('é€👾'))).toEqual({ actual: 9, limit: 1000, unit: 'bytes' })
    expect(rulesOf('instagram', 'direct', written('é'.repeat(501)))).toEqual(['length'])
  })

  test('only mails have subjects and formatting', () => {
    const letter = written('hello', { subject: 'About', html: '<p>hello</p>' })
    expect(rulesOf('mail', 'mail', letter)).toEqual([])
    expect(rulesOf('x', 'post', letter)).toEqual(['html', 'subject'])
  })

  test('something must be said, except in a call', () => {
    expect(rulesOf('whatsapp', 'direct', written(' \n'))).toEqual(['empty'])
    expect(rulesOf('phone', 'call', written(''))).toEqual([])
    expect(rulesOf('x', 'post', written('', { attachments: [file('image/png')] }))).toEqual([])
  })

  test('files: which, how large, how many', () => {
    const png = file('image/png')
    expect(rulesOf('x', 'post', written('', { attachments: [png, png, png, png] }))).toEqual([])
    expect(rulesOf('x', 'post', written('', { attachments: [png, png, png, png, png] }))).toEqual(['media-count'])
    expect(rulesOf('x', 'post', written('', { attachments: [file('application/pdf')] }))).toEqual(['media-type'])
    expect(rulesOf('x', 'direct', written('', { attachments: [file('image/png', 6_000_000)] }))).toEqual(['media-size'])
    expect(rulesOf('facebook', 'comment', written('hi', { attachments: [png] }))).toEqual(['media'])
    expect(rulesOf('facebook', 'direct', written('hi', { attachments: [png] }))).toEqual(['text-or-media'])
    const halves = [file('application/pdf', 4_500_000), file('application/pdf', 4_500_000)]
    expect(rulesOf('mail', 'mail', written('hi', { attachments: halves }))).toEqual(['media-size'])
    const program = { ...file('application/octet-stream'), name: 'setup.exe' }
    expect(rulesOf('mail', 'mail', written('hi', { attachments: [program] }))).toEqual(['media-type'])
  })

  test('a caption on WhatsApp is shorter than a message', () => {
    const caption = written('a'.repeat(1025), { attachments: [file('image/jpeg')] })
    expect(rulesOf('whatsapp', 'direct', caption)).toEqual(['length'])
  })

  test('a form that a network does not have is one breach, and nothing else', () =>
    fc.assert(
      fc.property(fc.constantFrom(...networks), fc.constantFrom(...replyForms), fc.string(), (network, form, text) => {
        const unknown = lengthOf(network, form, written(text)) === undefined
        expect(rulesOf(network, form, written(text)).includes('form')).toBe(unknown)
      }),
    ))
})

describe('until when an answer may be sent', () => {
  const at = '2026-03-01T09:00:00.000Z'

  test.each([
    ['facebook', 'direct', 'reply', '2026-03-08T09:00:00.000Z'],
    ['facebook', 'direct', 'survey', '2026-03-02T09:00:00.000Z'],
    ['instagram', 'direct', 'automatic', '2026-03-02T09:00:00.000Z'],
    ['facebook', 'private-reply', 'survey', '2026-03-08T09:00:00.000Z'],
    ['whatsapp', 'direct', 'reply', '2026-03-02T09:00:00.000Z'],
    ['facebook', 'comment', 'reply', undefined],
    ['x', 'direct', 'reply', undefined],
    ['mail', 'mail', 'reply', undefined],
  ] as const)('%s %s, %s: %s', (network, form, purpose, until) => {
    expect(windowOf(network, form, at, purpose)).toBe(until)
  })

  test('is over where the customer never wrote', () => {
    expect(windowOf('whatsapp', 'direct', undefined)).toBe('1970-01-01T00:00:00.000Z')
    expect(windowOf('x', 'direct', undefined)).toBeUndefined()
  })
})
