import { expect, test } from 'vitest'
import { views } from '../../core/archive/views.ts'
import { streamName } from '../../core/contact/stream.ts'
import { merge } from '../../core/identity/merge.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { ids } from '../archive/archived-world.ts'
import { count } from '../listening/panels.ts'
import { sale } from '../outcome/outcomes.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { askedWorld } from './archive-on-disk.ts'

const minutes = (at: number): string => `2026-03-01T09:${String(at).padStart(2, '0')}:00.000Z`

async function company() {
  const world = askedWorld()
  const call = { channel: 'phone', kind: 'call' } as const
  await world.receive(mail('a', { occurredAt: minutes(0), text: 'I am Alice, call +44 20 7946 0018', evidence: [] }))
  await world.receive(
    mail('b', { occurredAt: minutes(5), from: { identifier: bob, name: 'Bob' }, evidence: [], ...call }),
  )
  await world.receive(mail('c', { occurredAt: minutes(9), evidence: [] }))
  await world.outcomes.keep(sale())
  await world.listening.keep([count(), count({ member: 'them', mentions: 300 })])
  await world.archive()
  return world
}

test('every view can be asked, in both ways, also of an archive that is still empty', async () => {
  const [empty, some] = [askedWorld(), await company()]
  for (const { name } of views) {
    expect(await empty.ask(`SELECT count(*) FROM ${name}`), name).toEqual([['0']])
    for (const masked of [true, false]) await some.ask(`SELECT * FROM ${name}`, masked)
  }
})

test('an unmerge corrects the past: nothing of it was written anew', async () => {
  const world = await company()
  const [a, b] = [ids.customer(streamName(alice)), ids.customer(streamName(bob))]
  const histories = 'SELECT customer, count(*) FROM contacts GROUP BY customer ORDER BY 2, 1'
  const apart = [
    [b, '1'],
    [a, '2'],
  ]
  expect(await world.ask(histories)).toEqual(apart)
  await merge(world.identity, a, b, { operationId: 'm', by: 'anna' })
  await world.archive()
  const [[head, all] = []] = await world.ask(histories)
  expect([head === a || head === b, all]).toEqual([true, '3'])
  const switches = 'SELECT from_channel, to_channel, contacts FROM channel_switches ORDER BY 1'
  expect(await world.ask(switches)).toEqual([
    ['email', 'phone', '1'],
    ['phone', 'email', '1'],
  ])
  expect(await world.ask('SELECT contacts, channels FROM outcomes_after_contacts')).toEqual([['3', '2']])
  await unmerge(world.identity, a, [bob], { operationId: 'u', by: 'anna' })
  await world.archive()
  expect(await world.ask(histories)).toEqual(apart)
  expect(await world.ask(switches)).toEqual([])
})

test('who may not see personal data sees what was said, and nobody', async () => {
  const world = await company()
  const columns = 'identifier, name, words, subject, agent'
  const masked = await world.ask(`SELECT ${columns} FROM contacts WHERE words IS NOT NULL ORDER BY happened_at`, true)
  expect(masked[0]).toEqual([null, null, 'I am •••, call •••', 'a', null])
  for (const { name } of views)
    expect(JSON.stringify(await world.ask(`SELECT * FROM ${name}`, true)), name).not.toMatch(/alice|bob|7946/i)
  expect(await world.ask(`SELECT name FROM contacts WHERE channel = 'phone'`)).toEqual([['Bob']])
})

test('share of voice is of all members of the panel', async () => {
  const world = await company()
  const sql = "SELECT member, mentions, of_all FROM share_of_voice WHERE network = 'x' ORDER BY member"
  expect(await world.ask(sql)).toEqual([
    ['them', '300', '400'],
    ['us', '100', '400'],
  ])
})
