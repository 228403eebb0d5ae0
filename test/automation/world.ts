import { automationStore } from '../../adapters/dynamodb/automation-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { AskedAnswer, AutomationDeps } from '../../core/automation/deps.ts'
import type { Firing } from '../../core/automation/firing.ts'
import { followAutomations } from '../../core/automation/follow.ts'
import type { Rule } from '../../core/automation/rule.ts'
import type { Change } from '../../core/change/change.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { makeWorld } from '../conversation/world.ts'
import { mortalTable, watchedTable } from '../watched-table.ts'

/** A company with rules: contacts come in and join, and whatever the table's stream tells is followed until it is quiet. */
export async function makeAutomation(rules: Rule[], made: Table = memoryTable()) {
  const watched = watchedTable(made)
  const world = makeWorld(watched.table)
  const mortal = mortalTable(watched.table)
  const people = peopleStore(watched.table)
  const agent = { v: 1, id: 'anna', name: 'Anna', teams: [], skills: [], languages: [], capacity: 5 } as const
  await people.agents.change('anna', () => ({
    ...agent,
    ...{ teams: [], skills: [], languages: [], availability: 'online', active: true },
  }))
  const answers = new Map<string, AskedAnswer>()
  const calls = new Map<string, Firing>()
  const automations = automationStore(watched.table)
  const onMortal = makeWorld(mortal.table).deps
  const deps: AutomationDeps = {
    conversations: { ...onMortal, now: () => world.clock.now },
    automations: automationStore(mortal.table),
    people: peopleStore(mortal.table),
    rules: async () => rules.filter(({ active }) => active),
    answer: async asked => {
      answers.set(asked.id, asked)
      return { outcome: 'done' }
    },
    call: async (hook, firing) => {
      calls.set(`${hook} ${firing.id}`, firing)
      return { outcome: 'done' }
    },
  }

  /** Follows what the stream told, and what that led to; answers how many changes there were. */
  const settle = async (follow: (change: Change) => Promise<void> = change => followAutomations(deps, change, 1)) => {
    let followed = 0
    for (let changes = watched.taken(); changes.length > 0; changes = watched.taken()) {
      for (const change of changes) await follow(change)
      followed += changes.length
      if (followed > 2000) throw new Error('it goes round and round')
    }
    return followed
  }
  /** The contact comes, joins, and rules act. */
  const receive = async (contact: Contact) => {
    await world.receive(contact)
    await settle()
    return conversationOf(contact)
  }
  const conversationOf = async (contact: Contact) => {
    const conversation = await world.conversationOf(contact)
    if (conversation === undefined) throw new Error('the contact is in no conversation')
    return conversation
  }
  const log = (id: string) => automations.log(id, 100)
  return {
    ...world,
    /** The contact comes and joins; what the stream told is still to be followed. */
    join: world.receive,
    ...{ watched, mortal, deps, answers, calls, automations, settle, receive, conversationOf, log },
  }
}
