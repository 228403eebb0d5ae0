import { expect, test } from 'vitest'
import { followChange } from '../../core/conversation/follow-change.ts'
import { mail } from '../timeline/contacts.ts'
import { mailAt } from './contacts.ts'
import { makeWorld } from './world.ts'

/** A company that counts how often it reads the entries of contacts, and asks who they are of. */
function countingWorld() {
  const world = makeWorld()
  const asked = { entries: 0, identity: 0 }
  const { identity, timeline } = world.deps
  world.deps.identity = () => {
    asked.identity++
    return identity()
  }
  world.deps.timeline = {
    ...timeline,
    readContact: (id, place) => {
      asked.entries++
      return timeline.readContact(id, place)
    },
  }
  return { ...world, asked }
}

test('a contact that opens a matter is read once', async () => {
  const { record, follow, asked } = countingWorld()
  const contact = mailAt('first', '2T09:00', 'My parcel has not been delivered.')
  await record(contact)
  await follow(contact)
  expect(asked).toEqual({ entries: 1, identity: 1 })
})

test('nobody is asked whose it is where that decides nothing: labelled, deleted, written by a machine', async () => {
  const { record, follow, receive, deps, asked, timeline } = countingWorld()
  const labelled = mailAt('first', '2T09:00', 'My parcel has not been delivered.')
  await receive(labelled)
  const bounced = mail('bounced', { automatic: 'bounce' })
  await record(bounced)
  const deleted = mailAt('deleted', '2T09:10', 'Never mind')
  await record(deleted)
  const located = await timeline.locate(deleted.id)
  const entry = located?.place && (await timeline.readContact(deleted.id, located.place))
  if (entry === undefined) throw new Error('the contact is not there')
  const state = { ...entry.state, deletedAt: '2026-03-02T09:11:00.000Z' }
  await timeline.writeContact(deleted.id, { place: entry.place, state, refs: [] }, entry.version)

  Object.assign(asked, { entries: 0, identity: 0 })
  await follow(labelled)
  await follow(bounced)
  await follow(deleted)
  expect(asked).toEqual({ entries: 3, identity: 0 })
  await followChange(deps, { v: 1, type: 'contact', contactId: 'nobody', ...entry.place }, 1)
  expect(asked.identity).toBe(0)
})
