// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Live, type Socket } from '../../console/live/live.ts'
import { addressOf, messageOf } from '../../console/notify/message.ts'
import { tellOnce } from '../../console/notify/told.ts'
import { dueNow, heed, type Watch, watchOf } from '../../console/notify/watch.ts'
import { changePreferences, readPreferences } from '../../console/preferences/preferences.ts'
import { en } from '../../console/words/en.ts'
import { sayIn } from '../../console/words/words.ts'
import { type LiveEvent, liveEventSchema } from '../../core/live/event.ts'
import { eventId } from '../../core/live/position.ts'
import { openConsole } from './console-of.tsx'

const at = '2026-03-01T10:00:00.000Z'
const row = {
  ...{ id: 'c1', title: 'Where is LF-1?', name: 'Alice Archer', brand: 'main', department: 'service', status: 'open' },
  ...{ priority: 'normal', tags: [], channel: 'email', channels: ['email'], contacts: 1, openedAt: at, lastAt: at },
  ...{ late: false, repeats: 0, assignee: 'anna' },
} as const
let told = 0
const event = (differing: object): LiveEvent => {
  told += 1
  const { id: conversation, ...fields } = row
  const whole = { v: 1, at, type: 'conversation', change: 'changed', conversation, ...fields, ...differing }
  return liveEventSchema.parse({
    ...whole,
    id: eventId({ createdMs: Date.parse(at), sequence: String(told), key: 'c1' }),
  })
}
const kinds = (watch: Watch, ...events: LiveEvent[]) => {
  let current = watch
  return events.flatMap(one => {
    const { watch: next, concerns } = heed(current, one)
    current = next
    return concerns.map(({ kind }) => kind)
  })
}

describe('what concerns a person', () => {
  const mine = watchOf('anna', [{ ...row, channels: ['email'], tags: [] }])
  const nothing = watchOf('anna', [])
  const waits = { waitingSince: at, contacts: 2 }

  test('is what is given to them, not what was theirs already, nor what is another’s', () => {
    expect(kinds(nothing, event({}), event({ priority: 'high' }))).toEqual(['assigned'])
    expect(kinds(mine, event({ priority: 'high' }))).toEqual([])
    expect(kinds(nothing, event({ assignee: 'ben' }))).toEqual([])
    expect(kinds(mine, event({ assignee: 'ben' }), event({}))).toEqual(['assigned'])
  })

  test('is a customer who answers in a matter of theirs, not their own answer', () => {
    expect(kinds(mine, event(waits), event({ ...waits, tags: ['vip'] }))).toEqual(['answered'])
    expect(kinds(mine, event({ contacts: 2, status: 'waiting-customer' }))).toEqual([])
  })

  test('is a note that names them, or hands a matter over', () => {
    const note = { type: 'note', kind: 'note', entryId: 'n1', mentions: ['anna'] }
    expect(kinds(nothing, event(note), event({ ...note, change: 'handed-over' }))).toEqual(['mentioned', 'handed-over'])
    expect(kinds(nothing, event({ ...note, mentions: ['ben'] }))).toEqual([])
  })

  test('is what is due in ten minutes, or was just due', () => {
    const due = watchOf('anna', [{ ...row, channels: ['email'], tags: [], dueAt: at, dueFor: 'promise' }])
    const when = (minutes: number) => dueNow(due, Date.parse(at) + minutes * 60_000).map(({ kind }) => kind)
    expect([when(-11), when(-10), when(9), when(10)]).toEqual([[], ['due'], ['due'], []])
    expect(dueNow(due, Date.parse(at))).toEqual(dueNow(due, Date.parse(at) + 1))
  })

  test('is said without the customer’s words, unless they are wanted', () => {
    const [concern] = heed(nothing, event({})).concerns
    if (concern === undefined) throw new Error('nothing concerns her')
    const say = sayIn(en)
    expect(messageOf(concern, false, say)).toEqual({ title: 'A conversation was given to you' })
    expect(messageOf(concern, true, say).body).toBe('Alice Archer · Where is LF-1?')
    expect(addressOf(concern)).toBe('/conversations/c1')
  })
})

/** Notifications as a browser would show them. */
class Shown {
  static permission: NotificationPermission = 'default'
  static all: { title: string; body: string | undefined }[] = []
  static asked = 0
  static async requestPermission() {
    Shown.asked += 1
    Shown.permission = 'granted'
    return Shown.permission
  }
  constructor(title: string, { body }: NotificationOptions = {}) {
    Shown.all.push({ title, body })
  }
}

const anna = { id: 'anna', name: 'Anna Müller', active: true, teams: [], availability: 'online' }
const answers = {
  'GET /v1/agents': { items: [anna] },
  'GET /v1/agents/me': anna,
  'GET /v1/teams': { items: [] },
  'GET /v1/conversations/counts': { counts: {} },
  'GET /v1/conversations': { items: [] },
}

describe('the console', () => {
  beforeAll(async () => {
    Object.defineProperty(window, 'Notification', { value: Shown })
    await import('../../console/preferences/settings-screen.tsx')
  })
  beforeEach(() => {
    localStorage.clear()
    changePreferences({ notify: 'off', sound: false })
    Object.assign(Shown, { permission: 'default', all: [], asked: 0 })
  })
  afterEach(() => changePreferences({ notify: 'off' }))

  test('asks the browser only when somebody chooses to be told', async () => {
    await openConsole('/settings', ['agent'], answers)
    const choice = await screen.findByText('Only that something happened')
    expect(Shown.asked).toBe(0)
    fireEvent.click(choice)
    await waitFor(() => expect(readPreferences()).toMatchObject({ notify: 'plain', sound: false }))
    expect(Shown.asked).toBe(1)
  })

  test('tells what happened while somebody looks elsewhere, once', async () => {
    Shown.permission = 'granted'
    changePreferences({ notify: 'plain' })
    const { live, say } = liveThatSays()
    const { asked } = await openConsole('/settings', ['agent'], answers, live)
    await waitFor(() => expect(asked.filter(({ path }) => path === '/v1/conversations')).toHaveLength(4))
    document.hasFocus = () => false
    const given = event({})
    say(given)
    say(given)
    await waitFor(() => expect(Shown.all).toEqual([{ title: 'A conversation was given to you', body: undefined }]))
    document.hasFocus = () => true
    say(event({ conversation: 'c2' }))
    expect(Shown.all).toHaveLength(1)
  })

  test('tells a thing in one tab only', () => {
    expect([tellOnce('assigned 1'), tellOnce('assigned 1'), tellOnce('assigned 2')]).toEqual([true, false, true])
  })
})

/** A live connection whose other end is the test. */
function liveThatSays() {
  const socket: Socket = {
    ...{ readyState: WebSocket.OPEN, onopen: null, onmessage: null, onclose: null },
    ...{ send: () => undefined, close: () => undefined },
  }
  const live = new Live({ address: async () => '', topics: ['queue'], connect: () => socket })
  const say = (said: LiveEvent) => socket.onmessage?.(new MessageEvent('message', { data: JSON.stringify(said) }))
  return { live, say }
}
