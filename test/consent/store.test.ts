import { expect, test } from 'vitest'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { type ConsentChange, changeConsent } from '../../core/consent/change-consent.ts'
import { type Consent, standardDefaults } from '../../core/consent/consent.ts'
import type { EventEntry } from '../../core/timeline/entry.ts'
import { describeOnEveryTable } from '../engines.ts'
import { alice, bob } from '../timeline/contacts.ts'

const at = '2026-03-01T09:00:00.000Z'
const heard = { source: 'said', at, by: 'anna' } as const
const event = (entryId: string): EventEntry => ({
  type: 'event',
  entryId,
  place: { stream: 'email:alice@example.com', sortAt: at },
  event: { v: 1, type: 'status', at, actor: 'anna', change: 'consent', to: 'survey denied' },
})
const making = (change: ConsentChange) => (known: Consent | undefined) => changeConsent(known, alice, change, heard)

describeOnEveryTable('consent store', makeTable => {
  test('what was decided is read back, with an entry on the timeline', async () => {
    const table = await makeTable()
    const store = consentStore(table)
    expect(await store.read([alice, bob])).toEqual([])
    const denied = await store.change(alice, making({ do: 'deny', purpose: 'survey' }), event('e1'))
    expect(denied).toMatchObject({ identifier: alice, purposes: { survey: { state: 'denied', by: 'anna' } } })
    expect(await store.read([alice, bob, alice])).toEqual([denied])
    const entries = await timelineStore(table, () => 0).readStream('email:alice@example.com', 10, {})
    expect(entries).toMatchObject([{ entryId: 'e1', event: { change: 'consent' } }])
  })

  test('what changes nothing writes no entry', async () => {
    const table = await makeTable()
    const store = consentStore(table)
    await store.change(alice, making({ do: 'deny', purpose: 'survey' }), event('e1'))
    expect(await store.change(alice, making({ do: 'deny', purpose: 'survey' }), event('e2'))).toBeUndefined()
    expect(await timelineStore(table, () => 0).readStream('email:alice@example.com', 10, {})).toHaveLength(1)
  })

  test('changes at the same time all count', async () => {
    const store = consentStore(await makeTable())
    const changes: ConsentChange[] = [
      { do: 'deny', purpose: 'survey' },
      { do: 'grant', purpose: 'marketing' },
      { do: 'do-not-contact' },
    ]
    await Promise.all(changes.map((change, n) => store.change(alice, making(change), event(`e${n}`))))
    expect(await store.read([alice])).toMatchObject([
      { purposes: { survey: { state: 'denied' }, marketing: { state: 'granted' } }, doNotContact: { by: 'anna' } },
    ])
  })

  test('defaults are the standard ones until somebody sets others', async () => {
    const store = consentStore(await makeTable())
    expect(await store.readDefaults()).toEqual(standardDefaults)
    await store.writeDefaults({ ...standardDefaults, survey: 'denied' })
    expect(await store.readDefaults()).toEqual({ ...standardDefaults, survey: 'denied' })
  })
})
