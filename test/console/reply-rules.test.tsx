import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../console/reply/checks.ts'
import { colleaguesFor, mentionAt, mentionedIn } from '../../console/reply/mentions.ts'
import { pendingOf } from '../../console/reply/use-replies.ts'
import type { Way } from '../../console/reply/ways.ts'
import { whenOf } from '../../console/reply/when.ts'
import { nothingWritten } from '../../console/reply/written.ts'
import { en } from '../../console/words/en.ts'
import { sayIn } from '../../console/words/words.ts'
import { contact } from './contacts.ts'
import { reply } from './reply-console.tsx'

const say = sayIn(en)
const way = (differing: Partial<Way>): Way => ({
  ...{ id: 'form:post', network: 'x', form: 'post', isPublic: true, to: 'bob', address: 'bob', others: 0 },
  ...differing,
})
const now = Date.parse('2026-03-10T10:00:00.000Z')

describe('the rules of the network while somebody writes', () => {
  test('say by how much a text is too long, and nothing while there is none', () => {
    expect(check({ ...nothingWritten, text: 'a'.repeat(290) }, way({}), now, say).problems).toEqual([
      'Too long by 10: X takes 280 characters.',
    ])
    expect(check(nothingWritten, way({}), now, say)).toMatchObject({ problems: [], length: { actual: 0, limit: 280 } })
  })

  test('say which file is not taken, and that none is', () => {
    const file = { id: 'f', name: 'list.pdf', mediaType: 'application/pdf', bytes: 10 }
    const written = { ...nothingWritten, text: 'See this', files: [file] }
    expect(check(written, way({}), now, say).problems.join()).toContain('“list.pdf”')
    const comment = way({ network: 'facebook', form: 'comment' })
    expect(check(written, comment, now, say).problems.join()).toContain('No files can go with this on Facebook')
    expect(check(written, way({ network: 'mail', form: 'mail' }), now, say).problems).toEqual([])
  })

  test('say when it is too late', () => {
    const whatsapp = { network: 'whatsapp', form: 'direct', isPublic: false } as const
    const early = way({ ...whatsapp, lastInboundAt: '2026-03-10T09:00:00.000Z' })
    expect(check(nothingWritten, early, now, say)).toMatchObject({ isOver: false, until: '2026-03-11T09:00:00.000Z' })
    const late = way({ ...whatsapp, lastInboundAt: '2026-03-08T09:00:00.000Z' })
    expect(check(nothingWritten, late, now, say).problems).toHaveLength(1)
  })

  test('keep a macro with something missing from going out', () => {
    const text = 'Your order {{conversation.reference.order}} is here.'
    expect(check({ ...nothingWritten, text }, way({}), now, say).problems.join()).toContain(
      'conversation.reference.order',
    )
  })
})

describe('times as people write them', () => {
  const monday = new Date('2026-03-02T10:00:00.000Z')

  test.each([
    ['14:30', '2026-03-02T14:30:00.000Z'],
    ['9:00', '2026-03-03T09:00:00.000Z'],
    ['tomorrow 10:30', '2026-03-03T10:30:00.000Z'],
    ['morgen 9 Uhr', '2026-03-03T09:00:00.000Z'],
    ['Fri 2pm', '2026-03-06T14:00:00.000Z'],
    ['Fr 14 Uhr', '2026-03-06T14:00:00.000Z'],
    ['24 March 9:15', '2026-03-24T09:15:00.000Z'],
    ['in 2 hours', '2026-03-02T12:00:00.000Z'],
    ['in 30 Minuten', '2026-03-02T10:30:00.000Z'],
  ])('%s', (text, meant) => {
    expect(whenOf(text, monday, 'UTC')).toBe(meant)
  })

  test.each(['', 'soon', '25:99', 'tomorrow'])('“%s” is no time', text => {
    expect(whenOf(text, monday, 'UTC')).toBeUndefined()
  })

  test('a time of day is what the clocks of the writer show next', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 4, max: 23 }), (timeZone, from, hour) => {
        const meant = new Date(whenOf(`${hour}:15`, from, timeZone) ?? '')
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(meant)
        expect(shown).toBe(`${`${hour}`.padStart(2, '0')}:15`)
        expect(meant.getTime()).toBeGreaterThan(from.getTime())
        expect(meant.getTime() - from.getTime()).toBeLessThanOrEqual(26 * 3_600_000)
      }),
    )
  })
})

describe('colleagues in a note', () => {
  const agents = [
    { id: 'ben-ashby', name: 'Ben Ashby', active: true },
    { id: 'anna', name: 'Anna Müller', active: true },
    { id: 'gone', name: 'Ben Gone', active: false },
  ]

  test('are offered by any part of their name, without its marks, while it is written', () => {
    expect(mentionAt('Ask @mul', 8)).toEqual({ begun: 'mul', from: 4 })
    expect(mentionAt('mail a@b', 8)).toBeUndefined()
    expect(colleaguesFor('mul', agents).map(({ id }) => id)).toEqual(['anna'])
    expect(colleaguesFor('be', agents).map(({ id }) => id)).toEqual(['ben-ashby'])
  })

  test('are told where their ids stand', () => {
    expect(mentionedIn('@ben-ashby, and anna@example.com', agents).map(({ id }) => id)).toEqual(['ben-ashby'])
  })
})

describe('answers that are not on the timeline yet', () => {
  const sent = reply({ status: 'sent', providerId: 'p1', sentAt: new Date(now).toISOString() })

  test('a sent one is shown until its contact is there', () => {
    expect(pendingOf([sent], [], now)).toEqual([sent])
    const there = contact({ direction: 'outbound', provider: { account: 'a', id: 'p1' } })
    expect(pendingOf([sent], [there], now)).toEqual([])
    expect(pendingOf([sent], [], now + 3_600_000)).toEqual([])
  })

  test('a failed one until somebody answered after it', () => {
    const failed = reply({ status: 'failed', createdAt: '2026-03-10T09:00:00.000Z' })
    const later = reply({ id: 'r2', createdAt: '2026-03-10T09:30:00.000Z' })
    expect(pendingOf([failed], [], now)).toEqual([failed])
    expect(pendingOf([later, failed], [], now)).toEqual([later])
  })
})
