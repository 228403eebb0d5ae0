import { describe, expect, test } from 'vitest'
import { act } from '../../core/conversation/act.ts'
import { bob, mail } from '../timeline/contacts.ts'
import { alicePhone, aliceX, answerAt, callAt, mailAt, mentionAt, shows } from './contacts.ts'
import { makeWorld } from './world.ts'

const parcel = 'My parcel has not been delivered, order number 4471882.'

describe('a contact joins', () => {
  test('the thread that it continues, even when that was resolved', async () => {
    const { receive, conversationsOf, deps } = makeWorld()
    const first = mailAt('first', '2T09:00', parcel)
    const opened = await receive(first)
    const answer = answerAt('answer', '2T10:00', 'We are looking into it.', first)
    expect((await receive(answer))?.status).toBe('waiting-customer')
    await act(deps, opened?.id ?? '', { do: 'status', status: 'resolved' }, { actor: 'sam' })
    const reply = mailAt('reply', '3T09:00', 'Still nothing.', {
      thread: { id: 'reply@example.com', inReplyTo: 'answer@company.example', references: [] },
    })
    const joined = await receive(reply)
    expect(joined).toMatchObject({ id: opened?.id, status: 'open', contacts: 3, inbound: 2 })
    expect(await conversationsOf(first, answer, reply)).toHaveLength(1)
  })

  test('never somebody else’s thread', async () => {
    const { receive } = makeWorld()
    const newsletter = {
      id: 'reply-a',
      inReplyTo: 'newsletter@company.example',
      references: ['newsletter@company.example'],
    }
    const mine = await receive(mailAt('a', '2T09:00', parcel, { thread: newsletter }))
    const theirs = await receive(
      mailAt('b', '2T09:05', parcel, {
        thread: { ...newsletter, id: 'reply-b' },
        from: { identifier: bob },
        evidence: [],
      }),
    )
    expect(theirs?.id).not.toBe(mine?.id)
  })

  test('the open matter that shares its order number, whatever the channel', async () => {
    const { receive } = makeWorld()
    const other = await receive(mailAt('other', '2T09:00', 'I want to cancel order number 9012345.', shows(aliceX)))
    const opened = await receive(mailAt('first', '2T09:30', parcel))
    const joined = await receive(mentionAt('post', '6T09:00', 'Where is order number 4471882?'))
    expect(opened?.id).not.toBe(other?.id)
    expect(joined?.id).toBe(opened?.id)
  })

  test('the open matter on its topic within two weeks', async () => {
    const { receive } = makeWorld()
    const opened = await receive(mailAt('first', '1T09:00', 'My parcel never arrived.', shows(aliceX)))
    await receive(mailAt('second', '1T09:30', 'I cannot log in, my password is refused.'))
    expect((await receive(mentionAt('post', '9T09:00', 'parcel still not delivered')))?.id).toBe(opened?.id)
  })

  test('a call right after a mail is of the same matter', async () => {
    const { receive } = makeWorld()
    const opened = await receive(mailAt('first', '2T09:00', parcel, shows(alicePhone)))
    expect((await receive(callAt('call', '2T09:20', false)))?.id).toBe(opened?.id)
  })

  test('a matter that began without words is named by the first that has some', async () => {
    const { receive } = makeWorld()
    const call = await receive(callAt('call', '2T09:00', false))
    expect(call?.title).toBe('missed call')
    const joined = await receive(mailAt('mail', '2T09:20', parcel, { subject: 'Parcel 4471882', ...shows(alicePhone) }))
    expect(joined).toMatchObject({ id: call?.id, title: 'Parcel 4471882' })
    const later = await receive(
      mailAt('later', '2T09:40', parcel, { subject: 'Still no parcel', ...shows(alicePhone) }),
    )
    expect(later?.title).toBe('Parcel 4471882')
  })

  test('but two that name different orders are two matters', async () => {
    const { receive } = makeWorld()
    const one = await receive(mailAt('one', '2T09:00', 'Order number 4471882 is late, please deliver.'))
    const two = await receive(mailAt('two', '2T09:10', 'Order number 9012345 is late, please deliver.'))
    expect(two?.id).not.toBe(one?.id)
  })

  test('and what machines write opens and joins none', async () => {
    const { receive } = makeWorld()
    for (const automatic of ['bounce', 'auto-reply', 'list'] as const) {
      expect(await receive(mail(automatic, { automatic }))).toBeUndefined()
    }
  })
})

describe('repetition is seen', () => {
  test('a call after a mail that waits raises the priority and says so', async () => {
    const { receive, eventsOn } = makeWorld()
    await receive(mailAt('first', '2T09:00', parcel, shows(alicePhone)))
    const raised = await receive(callAt('call', '3T11:00', false))
    const reason = 'second contact, phone after mail, 26 h waiting'
    expect(raised).toMatchObject({ priority: 'high', reason, switches: 1 })
    expect(await eventsOn('email:alice@example.com')).toMatchObject([
      {
        change: 'second-contact',
        actor: 'throughline',
        from: 'normal',
        to: 'high',
        reason,
        at: '2026-03-03T11:00:00.000Z',
      },
    ])
  })

  test('the same channel again, or a resolved matter, raises nothing', async () => {
    const { receive } = makeWorld()
    await receive(mailAt('first', '2T09:00', parcel))
    const again = await receive(mailAt('again', '2T10:00', `Again: ${parcel}`))
    expect(again).toMatchObject({ priority: 'normal', switches: 0, contacts: 2 })
  })

  test('who was promised an answer and writes again goes before everybody else', async () => {
    const { receive, eventsOn, deps } = makeWorld()
    const first = mailAt('first', '2T09:00', parcel)
    await receive(first)
    const promised = await receive(answerAt('answer', '2T10:00', 'We will get back to you by tomorrow.', first))
    expect(promised?.promise).toMatchObject({ madeAt: '2026-03-02T10:00:00.000Z', by: '2026-03-03T23:59:59.999Z' })
    const again = await receive(mailAt('again', '2T16:00', parcel))
    const reason = 'was promised an answer 6 h ago'
    expect(again).toMatchObject({ status: 'open', reason, urgentSince: '2026-03-02T16:00:00.000Z' })
    const told = (await eventsOn('email:alice@example.com')).map(event => event.type === 'status' && event.change)
    expect(told).toContain('waited-on-promise')
    const older = await receive(mailAt('other', '1T09:00', parcel, { from: { identifier: bob }, evidence: [] }))
    const rows = await deps.store.rows({ status: 'open', by: 'channel', value: 'email' }, 10)
    expect(rows.map(({ row }) => row.id)).toEqual([again?.id, older?.id])
  })

  test('what the customer states again is kept with both places', async () => {
    const { receive, eventsOn } = makeWorld()
    const first = mailAt('first', '2T09:00', parcel, shows(aliceX))
    await receive(first)
    const again = mentionAt('post', '2T10:00', 'order number 4471882 where is it')
    expect(await receive(again)).toMatchObject({ repeats: 1 })
    const [repeated] = (await eventsOn('email:alice@example.com')).filter(
      event => event.type === 'status' && event.change === 'repeated',
    )
    expect(repeated).toMatchObject({ contact: again.id })
    const places = repeated?.type === 'status' ? (repeated.places ?? []) : []
    const quoted = places.map(({ first: one, again: two }) => [
      parcel.slice(one.start, one.end),
      again.text.slice(two.start, two.end),
    ])
    expect(quoted).toEqual([['4471882', '4471882']])
    expect(places[0]?.first.entryId).toBe(first.id)
  })
})
