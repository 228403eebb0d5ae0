import { describe, expect, test } from 'vitest'
import { callbackOf } from '../../core/callback/ask-callback.ts'
import { callNumber } from '../../core/callback/number.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { act } from '../../core/conversation/act.ts'
import type { Callback } from '../../core/conversation/conversation.ts'
import { dueAt } from '../../core/conversation/due.ts'
import { fireClocks } from '../../core/conversation/fire-clocks.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { join, undo } from '../../core/conversation/restructure.ts'
import { merge } from '../../core/identity/merge.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { alicePhone, answerAt, callAt, mailAt, shows } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'

const sam = { actor: 'sam' }
const two = '2026-03-03T14:00:00.000Z'
const says = 'call back +44 20 7946 0018 at 14:00'

const callback: Callback = { at: two, number: alicePhone.value, says, by: 'sam', setAt: '2026-03-02T12:00:00.000Z' }

const company: Identifier = { type: 'phone', value: '+442079460000' }
const ourCall = (name: string, time: string, answered: boolean) => ({
  ...callAt(name, time, answered, company),
  direction: 'outbound' as const,
  to: [{ identifier: alicePhone }],
})

/** A matter of alice's; where `known`, her mail showed that the number is hers. */
async function promised({ known = true, at = callback } = {}) {
  const world = makeWorld()
  const contact = mailAt('first', '2T09:00', 'My parcel has not been delivered.', known ? shows(alicePhone) : {})
  const opened = await world.receive(contact)
  const id = opened?.id ?? ''
  await act(world.deps, id, { do: 'callback', callback: at }, sam)
  const read = async () => {
    const [found] = await world.deps.store.read([id])
    if (found === undefined) throw new Error('the conversation is gone')
    return found
  }
  const told = async () =>
    (await world.eventsOn('email:alice@example.com')).flatMap(event =>
      event.type === 'status' && event.change === 'callback' ? [event.to] : [],
    )
  return { ...world, id, contact, read, told }
}

describe('a number', () => {
  test.each([
    ['020 7946 0018', 'GB', '+442079460018', '+44 20 7946 0018'],
    ['+44 (0)20 7946-0018', 'ZZ', '+442079460018', '+44 20 7946 0018'],
    ['030 12345678', 'DE', '+493012345678', '+49 30 12345678'],
  ])('%s in %s is %s', (written, region, number, shown) => {
    expect(callNumber(written, region)).toEqual({ number, shown })
  })

  test.each(['020 7946 0018', '12', 'anonymous', '', '+44'])('%j names nobody without a region', written => {
    expect(callNumber(written, 'ZZ')).toBeUndefined()
  })
})

test('says when, by the clock of the team', () => {
  const asked = { number: '+442079460018', shown: '+44 20 7946 0018', by: 'sam', setAt: two }
  const inBerlin = callbackOf({ ...asked, at: '2026-07-01T12:00:00.000Z', timeZone: 'Europe/Berlin' })
  expect(inBerlin).toMatchObject({ says, at: '2026-07-01T12:00:00.000Z', by: 'sam' })
})

describe('a callback', () => {
  test('sleeps until its time, then comes before everything else, once, and says why', async () => {
    const { deps, clock, read, told, receive } = await promised()
    expect(await read()).toMatchObject({ status: 'snoozed', snoozedUntil: two, callback })
    const urgent = await receive(mailAt('other', '2T10:00', 'I cannot log in.'))
    await act(deps, urgent?.id ?? '', { do: 'priority', priority: 'urgent' }, sam)
    clock.now = '2026-03-03T13:59:59.000Z'
    await fireClocks(deps)
    expect((await read()).status).toBe('snoozed')
    clock.now = two
    expect(await fireClocks(deps)).toBe(1)
    expect(await fireClocks(deps)).toBe(0)
    expect(await read()).toMatchObject({ status: 'open', since: two, urgentSince: two, reason: says })
    const [top] = await deps.store.rows({ status: 'open', by: 'channel', value: 'email' }, 10)
    expect(top?.row).toMatchObject({ id: (await read()).id, reason: says, dueAt: expect.any(String) })
    expect((await told()).toSorted()).toEqual([two, 'due'].toSorted())
  })

  test('comes at its time too where nothing else would wake it', async () => {
    const { deps, clock, id, read } = await promised()
    await act(deps, id, { do: 'status', status: 'waiting-customer' }, sam)
    clock.now = '2026-03-03T13:59:59.000Z'
    expect(await fireClocks(deps)).toBe(0)
    clock.now = two
    expect(await fireClocks(deps)).toBe(1)
    expect(await read()).toMatchObject({ status: 'open', urgentSince: two })
  })

  test('is what an open matter is due by, where nothing is due before', async () => {
    const { read, receive } = await promised()
    await receive(mailAt('again', '2T12:10', 'My parcel is still not delivered.'))
    const { clocks: _clocks, ...open } = await read()
    expect([open.status, dueAt(open)]).toEqual(['open', two])
  })

  test('comes at its time too where the customer wrote meanwhile, and where somebody set another status', async () => {
    const { deps, clock, id, read, receive } = await promised()
    await receive(mailAt('again', '3T10:00', 'My parcel is still not delivered.'))
    expect(await read()).toMatchObject({ status: 'open', callback })
    await act(deps, id, { do: 'status', status: 'waiting-department', department: 'it' }, sam)
    clock.now = two
    await fireClocks(deps)
    expect(await read()).toMatchObject({ status: 'open', reason: says, urgentSince: two })
    expect((await read()).waitingFor).toBeUndefined()
  })

  test('stays first while it is due, whatever else is answered, until somebody says that it is done', async () => {
    const { deps, clock, id, contact, read, receive, told } = await promised()
    clock.now = two
    await fireClocks(deps)
    await receive(answerAt('answer', '3T14:30', 'We could not reach you.', contact))
    expect(await read()).toMatchObject({ status: 'open', urgentSince: two, reason: says, unanswered: [] })
    await act(deps, id, { do: 'callback-done' }, sam)
    const done = await read()
    expect([done.callback, done.urgentSince, done.reason, done.status]).toEqual([
      undefined,
      undefined,
      undefined,
      'open',
    ])
    expect(await told()).toContain('done')
  })

  test('is done by our call to the number, once, which answers what waited', async () => {
    const { deps, clock, read, record, follow, told } = await promised()
    clock.now = two
    await fireClocks(deps)
    const call = ourCall('call', '3T14:02', true)
    await record(call)
    for (const _ of [1, 2, 3]) await follow(call)
    const done = await read()
    expect(done).toMatchObject({ status: 'waiting-customer', unanswered: [], answeredAt: '2026-03-03T14:02:00.000Z' })
    expect([done.callback, done.urgentSince, done.reason]).toEqual([undefined, undefined, undefined])
    expect((await told()).filter(to => to === 'done')).toHaveLength(1)
    clock.now = '2026-03-03T15:00:00.000Z'
    expect(await fireClocks(deps)).toBe(0)
  })

  test('also ahead of its time, and where the number is known as nobody’s', async () => {
    const { clock, deps, read, record, follow } = await promised({ known: false })
    const call = ourCall('call', '2T13:00', true)
    await record(call)
    await follow(call)
    const done = await read()
    expect(done).toMatchObject({ status: 'waiting-customer', unanswered: [] })
    expect([done.callback, done.snoozedUntil]).toEqual([undefined, undefined])
    clock.now = two
    await fireClocks(deps)
    expect((await read()).urgentSince).not.toBe(two)
  })

  test('also by a call that lies with what it answers', async () => {
    const { contact, read, record, follow, timeline } = await promised()
    const call = { ...ourCall('call', '2T13:00', true), answers: contact.id }
    await record(call)
    const place = (await timeline.locate(call.id))?.place
    expect(place?.stream).toBe('email:alice@example.com')
    await follow(call, 9, place?.stream)
    expect((await read()).callback).toBeUndefined()
  })

  test.each([
    ['that reached nobody', ourCall('call', '3T14:02', false)],
    ['from before', ourCall('call', '2T11:59', true)],
    [
      'to another number',
      { ...ourCall('call', '3T14:02', true), to: [{ identifier: { ...alicePhone, value: '+442079460019' } }] },
    ],
    ['of the customer', callAt('call', '3T14:02', true)],
  ])('but not by a call %s', async (_, call) => {
    const { clock, deps, read, record, follow } = await promised()
    clock.now = two
    await fireClocks(deps)
    await record(call)
    await follow(call)
    expect((await read()).callback).toMatchObject({ number: alicePhone.value, dueSince: two })
  })

  test('ends with its matter: nobody calls about what is resolved', async () => {
    const { deps, clock, id, read } = await promised()
    await act(deps, id, { do: 'status', status: 'resolved' }, sam)
    expect((await read()).callback).toBeUndefined()
    clock.now = two
    expect(await fireClocks(deps)).toBe(0)
  })

  test('on a matter that was resolved makes it one that contacts may join again', async () => {
    const { deps, id, read, receive } = await promised()
    await act(deps, id, { do: 'status', status: 'resolved' }, sam)
    await act(deps, id, { do: 'callback', callback }, sam)
    expect(await read()).toMatchObject({ status: 'snoozed', callback })
    expect((await receive(mailAt('again', '2T12:30', 'My parcel is not delivered.')))?.id).toBe(id)
  })
})

describe('what is joined, split or unmerged keeps its callback', () => {
  test('a join takes it along, where it comes due, and undoing it gives it back', async () => {
    const { deps, clock, id, read, receive } = await promised()
    const other = await receive(mailAt('other', '2T10:00', 'I cannot log in.'))
    const into = other?.id ?? ''
    await join(deps, into, id, sam)
    const whole = async () => (await deps.store.read([into]))[0]
    expect((await whole())?.callback).toEqual({ ...callback, of: id })
    expect((await read()).callback).toBeUndefined()
    clock.now = two
    await fireClocks(deps)
    expect(await whole()).toMatchObject({ urgentSince: two, reason: says, status: 'open' })
    await undo(deps, into, sam)
    expect((await whole())?.callback).toBeUndefined()
    expect((await whole())?.urgentSince).toBeUndefined()
    expect(await read()).toMatchObject({ callback: { ...callback, dueSince: two }, urgentSince: two, reason: says })
  })

  test('a call that was made while it was joined stays made', async () => {
    const { deps, id, read, receive, record, follow } = await promised()
    const other = await receive(mailAt('other', '2T10:00', 'I cannot log in.'))
    await join(deps, other?.id ?? '', id, sam)
    const call = ourCall('call', '2T13:00', true)
    await record(call)
    await follow(call)
    expect((await deps.store.read([other?.id ?? '']))[0]?.callback).toBeUndefined()
    await undo(deps, other?.id ?? '', sam)
    expect((await read()).callback).toBeUndefined()
  })

  test('one that is due is not lost where a resolved matter takes the other in', async () => {
    const { deps, clock, id, receive } = await promised()
    const other = await receive(mailAt('other', '2T10:00', 'I cannot log in.'))
    await act(deps, other?.id ?? '', { do: 'status', status: 'resolved' }, sam)
    await join(deps, other?.id ?? '', id, sam)
    clock.now = two
    await fireClocks(deps)
    expect((await deps.store.read([other?.id ?? '']))[0]).toMatchObject({ status: 'open', reason: says })
  })

  test.each([
    ['goes with the number', true],
    ['stays where the number is nobody’s who left', false],
  ])('after an unmerge it %s', async (_, goes) => {
    const world = makeWorld()
    const mail = mailAt('first', '2T09:00', 'My parcel has not been delivered.')
    const first = await world.receive(mail)
    const call = callAt('call', '2T09:10', false)
    await world.record(call)
    const [mine, theirs] = [await world.customerOf(mail), await world.customerOf(call)]
    await merge(world.identity, mine?.id ?? '', theirs?.id ?? '', { operationId: 'm', by: 'sam', reason: 'one person' })
    await world.follow(call)
    const id = first?.id ?? ''
    expect((await world.conversationOf(call))?.id).toBe(id)
    const number = goes ? alicePhone.value : '+442079460099'
    await act(world.deps, id, { do: 'callback', callback: { ...callback, number } }, sam)

    const whole = await world.customerOf(mail)
    await unmerge(world.identity, whole?.id ?? '', [alicePhone], { operationId: 'u', by: 'sam', reason: 'two people' })
    const now = await world.customerOf(mail)
    await followChange(world.deps, { v: 1, type: 'customer', customer: now?.id ?? '' }, 1)
    const [stays, left] = [await world.conversationOf(mail), await world.conversationOf(call)]
    expect(left?.splitFrom).toBe(id)
    expect([stays?.callback?.number, left?.callback?.number]).toEqual(goes ? [undefined, number] : [number, undefined])
    if (!goes) return
    const back = ourCall('back', '2T13:00', true)
    await world.record(back)
    await world.follow(back)
    expect((await world.conversationOf(call))?.callback).toBeUndefined()
  })
})
