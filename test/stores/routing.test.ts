import { expect, test } from 'vitest'
import { routingStore } from '../../adapters/dynamodb/routing-store.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { callAt, mailAt } from '../conversation/contacts.ts'
import { describeOnEveryTable } from '../engines.ts'
import { everything, ruleNamed } from '../routing/company.ts'
import { makeRoutedWorld } from '../routing/routed-world.ts'

const mailOf = (name: string, time: string): Contact =>
  mailAt(name, time, 'hello', {
    from: { identifier: { type: 'email', value: `${name}@example.com` } },
    evidence: [],
  })

describeOnEveryTable('the store of routing', makeTable => {
  test('keeps rules as they were written, by their ids', async () => {
    const { rules } = routingStore(await makeTable())
    const billing = ruleNamed('billing', {
      when: { channel: ['email'], words: ['Money  back!'], firstTime: true },
      to: { team: 'billing', skills: ['billing'], specialist: 'login', agent: 'ada', priority: 'high' },
    })
    await rules.write(everything)
    await rules.write(billing)
    expect(await rules.list(10)).toEqual([billing, everything])
    await rules.write({ ...billing, active: false })
    expect(await rules.read('billing')).toEqual({ ...billing, active: false })
    expect(billing.when.words).toEqual(['money back'])
  })

  test('tells who has how much, and since when they were given nothing', async () => {
    const world = makeRoutedWorld(await makeTable())
    await world.employ('ada', 'bob')
    await world.rules(everything)
    await world.receive(mailOf('first', '2T09:00'))
    const [ada, bob] = await world.routing.routing.seats()
    expect(ada).toMatchObject({ agent: { id: 'ada' }, load: 1, lastAssignedAt: world.clock.now, givenVersion: 1 })
    expect(bob).toMatchObject({ agent: { id: 'bob' }, load: 0, givenVersion: undefined })
    expect(bob?.lastAssignedAt).toBeUndefined()
  })

  test('looks back at the newest, whatever the channel and whatever became of them', async () => {
    const world = makeRoutedWorld(await makeTable())
    const oldest = await world.receive(mailOf('oldest', '1T09:00'))
    const call = await world.receive(callAt('call', '2T09:30', false))
    const resolved = await world.receive(mailOf('resolved', '2T10:00'))
    const snoozed = await world.receive(mailOf('snoozed', '2T11:00'))
    await world.doAs('ada', resolved.id, { do: 'status', status: 'resolved' })
    await world.doAs('ada', snoozed.id, { do: 'status', status: 'snoozed', until: '2026-04-01T00:00:00.000Z' })
    const { recent } = world.routing.routing
    const ids = async (limit: number, since?: string) => (await recent(limit, since)).map(({ id }) => id)
    expect(await ids(10)).toEqual([resolved.id, call.id, oldest.id])
    expect(await ids(2)).toEqual([resolved.id, call.id])
    expect(await ids(10, '2026-03-02T00:00:00.000Z')).toEqual([resolved.id, call.id])
  })
})
