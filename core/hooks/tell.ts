import { showContact } from '../api/contact.ts'
import type { Change, Milestone } from '../change/change.ts'
import { contactId } from '../contact/contact-id.ts'
import { viewContact } from '../contact/view.ts'
import { type Delivery, deliveryId, freshDelivery, type Subject } from './delivery.ts'
import type { HookDeps, TellDeps } from './deps.ts'
import type { EveryEvent, HookEvent } from './hook.ts'

/** Something to be told. `key` tells two tellings of one subject apart: the same key again is the same telling. */
export type Told<Event extends EveryEvent> = { type: Event; subject: Subject; key: string }

/**
 * Makes a delivery for each webhook that asked for what a change is about. Doing it again makes none again, and puts
 * those that still wait into the queue once more.
 */
export async function tellOfChange(deps: HookDeps, change: Change): Promise<void> {
  const hooks = await deps.active()
  const wanted = new Set(hooks.flatMap(({ events }) => events))
  const told = await toldBy(deps, change, wanted)
  if (told === undefined) return
  const asking = hooks.filter(({ events }) => events.includes(told.type))
  const waiting = await Promise.all(asking.map(({ id }) => make(deps, id, told)))
  await deps.later(waiting.flat(), 0)
}

/** Tells one webhook, asked for or not. False: there is none that is active under this id. */
export async function tellOne(deps: TellDeps, hook: string, told: Told<EveryEvent>): Promise<boolean> {
  const found = await deps.store.hooks.read(hook)
  if (found?.active !== true) return false
  await deps.later(await make(deps, hook, told), 0)
  return true
}

/** The id of the delivery, if it is still to be tried. */
async function make({ store, now }: TellDeps, hook: string, told: Told<EveryEvent>): Promise<string[]> {
  const delivery = deliveryOf(hook, told, now())
  if (await store.create(delivery)) return [delivery.id]
  const known = await store.read(delivery.id)
  return known?.status === 'waiting' ? [known.id] : []
}

export const deliveryOf = (hook: string, { type, subject, key }: Told<EveryEvent>, now: string): Delivery =>
  freshDelivery(hook, { type, subject, id: deliveryId(hook, type, subject.id, key) }, now)

type Wanted = ReadonlySet<HookEvent>

async function toldBy(deps: HookDeps, change: Change, wanted: Wanted): Promise<Told<HookEvent> | undefined> {
  switch (change.type) {
    case 'contact':
      return wanted.has('contact.recorded') ? contactTold(deps, change) : undefined
    case 'conversation':
      return wanted.has('conversation.changed') ? conversationTold(deps, change.id) : undefined
    case 'milestone':
      return wanted.has(change.what) ? milestoneTold(change) : undefined
    case 'customer':
    case 'reply':
    case 'staff':
    case 'event':
    case 'outcome':
    case 'mentions':
      return undefined
    default:
      return change satisfies never
  }
}

/** A contact that says something else than before is told again; where it lies and what it is labelled is no news. */
async function contactTold(
  { timeline }: HookDeps,
  { contactId: id, stream, sortAt }: Extract<Change, { type: 'contact' }>,
): Promise<Told<HookEvent> | undefined> {
  const entry = await timeline.readContact(id, { stream, sortAt })
  if (entry === undefined || entry.state.deletedAt !== undefined) return undefined
  const key = contactId('contact', JSON.stringify(showContact(viewContact(entry.state))))
  return { type: 'contact.recorded', subject: { id, stream, sortAt }, key }
}

/** The first version of a conversation is told as its opening. */
async function conversationTold({ conversations }: HookDeps, id: string): Promise<Told<HookEvent> | undefined> {
  const [conversation] = await conversations.read([id])
  if (conversation === undefined || conversation.version === 1) return undefined
  return { type: 'conversation.changed', subject: { id }, key: String(conversation.version) }
}

const milestoneTold = ({ what, id, time, into }: Milestone): Told<HookEvent> => ({
  type: what,
  subject: { id, ...(into !== undefined && { into }) },
  key: time,
})
