import { RetryLater } from '../record/outcome.ts'
import type { Happening } from './absorb.ts'
import type { Acting } from './act.ts'
import { joinedCallback, partedCallback } from './callbacks.ts'
import { type Conversation, isUnresolved, kept } from './conversation.ts'
import type { ConversationDeps } from './deps.ts'
import { eventsOf } from './events.ts'
import { type Content, type Holding, mostMoved, mostRead, moveOut, readContents } from './move-contacts.ts'
import { rebuilt } from './rebuild.ts'
import { rememberedBy } from './remember.ts'
import { nothingWritten } from './store.ts'

const maxRaces = 20

/** Why a request is turned down without writing anything. */
export const restructureRefusals = {
  'not-found': 'There is no such conversation.',
  'not-its-contacts': 'Some of these contacts are not in this conversation.',
  'nothing-left': 'A split leaves at least one contact on each side.',
  'too-many': `At most ${mostMoved} contacts leave at once, and ${kept.joined} conversations are joined into one.`,
  'same-conversation': 'A conversation cannot be joined into itself.',
  'already-joined': 'One of the two was joined into another conversation already: undo that first.',
  'nothing-to-undo': 'Nothing was split or joined here that could be taken back.',
} as const
export type RestructureRefusal = keyof typeof restructureRefusals

export type Restructured = { conversation: Conversation; other: Conversation } | { refused: RestructureRefusal }

/** Takes contacts out of a conversation into one of their own. */
export const split = (deps: ConversationDeps, id: string, contactIds: string[], by: Acting): Promise<Restructured> =>
  racing(deps, async () => {
    const was = await hold(deps, id)
    if (was === undefined) return { refused: 'not-found' }
    if (was.conversation.joinedInto !== undefined) return { refused: 'already-joined' }
    const leaving = was.contents.filter(({ entry }) => contactIds.includes(entry.entryId))
    if (leaving.length < new Set(contactIds).size) return { refused: 'not-its-contacts' }
    if (leaving.length > mostMoved) return { refused: 'too-many' }
    if (leaving.length === was.contents.length) return { refused: 'nothing-left' }
    const at = deps.now()
    const { write, from, to } = await moveOut(deps, was, leaving)
    const next = { ...from, undoable: { kind: 'split' as const, other: to.id, at } }
    const conversations = write.conversations.map(changed => (changed.next === from ? { ...changed, next } : changed))
    const matters = isUnresolved(to) ? await rememberedBy(deps, to) : []
    const events = [
      ...told(next, { change: 'split', to: to.id }, by, at),
      ...told(to, { change: 'split', from: id }, by, at),
    ]
    const done = await deps.store.commit({ ...write, conversations, matters, events })
    return done ? { conversation: next, other: to } : undefined
  })

/** Makes another conversation part of this one: it keeps its contacts and is shown, answered and counted here. */
export const join = (deps: ConversationDeps, id: string, otherId: string, by: Acting): Promise<Restructured> =>
  racing(deps, () => tryJoin(deps, id, otherId, by, true))

async function tryJoin(
  deps: ConversationDeps,
  id: string,
  otherId: string,
  by: Acting,
  undoable: boolean,
): Promise<Restructured | undefined> {
  if (id === otherId) return { refused: 'same-conversation' }
  const [into, other] = await Promise.all([hold(deps, id), hold(deps, otherId)])
  if (into === undefined || other === undefined) return { refused: 'not-found' }
  const [was, wasOther] = [into.conversation, other.conversation]
  if (was.joinedInto !== undefined || wasOther.joinedInto !== undefined) return { refused: 'already-joined' }
  const joined = [...was.joined, otherId, ...wasOther.joined]
  if (joined.length > kept.joined) return { refused: 'too-many' }
  const at = deps.now()
  const { undoable: _undoable, ...whole } = await madeOf(deps, was, [...into.contents, ...other.contents])
  const mark = undoable ? { undoable: { kind: 'joined' as const, other: otherId, at } } : {}
  const calls = joinedCallback({ ...whole, ...mark, joined, version: was.version + 1 }, wasOther)
  const next: Conversation = calls.into
  const nextOther: Conversation = { ...calls.other, joinedInto: id, version: wasOther.version + 1 }
  const conversations = [
    { next, was },
    { next: nextOther, was: wasOther },
  ]
  const events = [
    ...told(next, { change: 'joined', from: otherId }, by, at),
    ...told(nextOther, { change: 'joined', to: id }, by, at),
  ]
  const done = await deps.store.commit({ ...nothingWritten, conversations, events })
  return done ? { conversation: next, other: nextOther } : undefined
}

/** Takes the last split or join of a conversation back. */
export const undo = (deps: ConversationDeps, id: string, by: Acting): Promise<Restructured> =>
  racing(deps, async () => {
    const [was] = await deps.store.read([id])
    if (was === undefined) return { refused: 'not-found' }
    if (was.undoable === undefined) return { refused: 'nothing-to-undo' }
    const { kind, other } = was.undoable
    return kind === 'split' ? tryJoin(deps, id, other, by, false) : takeApart(deps, was, other, by)
  })

async function takeApart(
  deps: ConversationDeps,
  was: Conversation,
  otherId: string,
  by: Acting,
): Promise<Restructured | undefined> {
  const [wasOther] = await deps.store.read([otherId])
  if (wasOther?.joinedInto !== was.id) return { refused: 'nothing-to-undo' }
  const { joinedInto: _into, ...apart } = wasOther
  const leaving = [otherId, ...wasOther.joined]
  const { undoable: _undoable, ...rest } = was
  const stays: Conversation = { ...rest, joined: was.joined.filter(one => !leaving.includes(one)) }
  const at = deps.now()
  const [mine, theirs] = await Promise.all([contentsOf(deps, stays), contentsOf(deps, apart)])
  const made = await Promise.all([madeOf(deps, stays, mine), madeOf(deps, apart, theirs)])
  const calls = partedCallback(made[0], made[1], leaving)
  const next = { ...calls.from, version: was.version + 1 }
  const nextOther = { ...calls.other, version: wasOther.version + 1 }
  const conversations = [
    { next, was },
    { next: nextOther, was: wasOther },
  ]
  const matters = isUnresolved(nextOther) ? await rememberedBy(deps, nextOther) : []
  const events = [
    ...told(next, { change: 'undone', from: otherId }, by, at),
    ...told(nextOther, { change: 'undone', from: was.id }, by, at),
  ]
  const done = await deps.store.commit({ ...nothingWritten, conversations, matters, events })
  return done ? { conversation: next, other: nextOther } : undefined
}

/** A conversation and all it shows, what was joined into it included. */
async function hold(deps: ConversationDeps, id: string): Promise<Holding | undefined> {
  const [conversation] = await deps.store.read([id])
  return conversation && { conversation, contents: await contentsOf(deps, conversation) }
}

async function contentsOf(deps: ConversationDeps, { id, joined }: Conversation): Promise<Content[]> {
  const members = await Promise.all([id, ...joined].map(one => deps.store.contacts(one, mostRead)))
  const newest = members.flat().sort((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
  return readContents(deps, newest.slice(0, mostRead))
}

async function madeOf(deps: ConversationDeps, conversation: Conversation, contents: Content[]): Promise<Conversation> {
  if (contents.length === 0) return conversation
  return rebuilt(
    conversation,
    contents.map(({ arrival }) => arrival),
    await deps.terms(conversation),
  )
}

const told = (conversation: Conversation, happening: Happening, { actor, reason }: Acting, at: string) =>
  eventsOf(conversation, [{ ...happening, ...(reason !== undefined && { reason }) }], { actor, at })

async function racing(deps: ConversationDeps, attempt: () => Promise<Restructured | undefined>): Promise<Restructured> {
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    const done = await attempt()
    if (done !== undefined) return done
  }
  throw new RetryLater('others kept changing the conversation')
}
