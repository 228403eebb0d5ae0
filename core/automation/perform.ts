import { type Action, act } from '../conversation/act.ts'
import { nothingWritten } from '../conversation/store.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { AutomationDeps } from './deps.ts'
import { type Firing, type Step, stepId } from './firing.ts'
import { automationActor } from './occurrence.ts'
import type { RuleAction } from './rule.ts'

export type Performed = Pick<Step, 'outcome' | 'detail'>

/** Does one action of a firing; doing it again does nothing more. */
export async function performAction(
  deps: AutomationDeps,
  firing: Firing,
  step: number,
  action: RuleAction,
): Promise<Performed> {
  switch (action.do) {
    case 'assign':
      return assign(deps, firing, step, action)
    case 'tag':
      return actOnce(deps, firing, step, { do: 'tags', add: action.add, remove: action.remove })
    case 'answer': {
      const { conversation, rule, at } = firing
      return deps.answer({ id: stepId(firing.id, step), conversation, macro: action.macro, rule, at })
    }
    case 'ask':
      return ask(deps, firing, step, action)
    case 'call':
      return deps.call(action.hook, firing)
    default:
      return action satisfies never
  }
}

const refused = (detail: string): Performed => ({ outcome: 'refused', detail })

async function assign(
  deps: AutomationDeps,
  firing: Firing,
  step: number,
  { assignee, team }: Extract<RuleAction, { do: 'assign' }>,
): Promise<Performed> {
  const [agent, found] = await Promise.all([
    assignee ? deps.people.agents.read(assignee) : undefined,
    team ? deps.people.teams.read(team) : undefined,
  ])
  if (assignee && agent?.active !== true) return refused('the agent has left or was never there: change the rule')
  if (team && found === undefined) return refused('there is no such team: change the rule')
  return actOnce(deps, firing, step, { do: 'assign', assignee, team })
}

/**
 * The act leaves an entry under a name that only this step has, in the same transaction. So when it was done and only
 * not noted, the entry is there, whatever people did to the conversation since.
 */
async function actOnce(deps: AutomationDeps, firing: Firing, step: number, action: Action): Promise<Performed> {
  const { conversations, automations } = deps
  const [before] = await conversations.store.read([firing.conversation])
  if (before === undefined) return refused('the conversation is not there any more')
  const place = { stream: before.anchor, sortAt: firing.at }
  if (await automations.readEvent(stepId(firing.id, step, '0'), place)) return { outcome: 'done' }
  const acted = await act({ ...conversations, now: () => firing.at }, firing.conversation, action, {
    actor: automationActor(firing.rule),
    reason: firing.ruleName,
    entryId: n => stepId(firing.id, step, String(n)),
  })
  return { outcome: acted === undefined || acted.conversation === acted.before ? 'nothing' : 'done' }
}

/** The note comes first: whoever is asked finds it when the conversation shows up with them. */
async function ask(
  deps: AutomationDeps,
  firing: Firing,
  step: number,
  { department, note, mentions }: Extract<RuleAction, { do: 'ask' }>,
): Promise<Performed> {
  const { store } = deps.conversations
  const [before] = await store.read([firing.conversation])
  if (before === undefined) return refused('the conversation is not there any more')
  const entry = noteOf(firing, step, before.anchor, note, mentions)
  if ((await deps.automations.readEvent(entry.entryId, entry.place)) === undefined)
    await store.commit({ ...nothingWritten, events: [entry] })
  const acted = await actOnce(deps, firing, step, { do: 'status', status: 'waiting-department', department })
  return acted.outcome === 'nothing' ? { outcome: 'done' } : acted
}

const noteOf = (firing: Firing, step: number, stream: string, text: string, mentions: string[]): EventEntry => ({
  type: 'event',
  entryId: stepId(firing.id, step, 'note'),
  place: { stream, sortAt: firing.at },
  event: {
    ...{ v: 1, type: 'note', at: firing.at, actor: automationActor(firing.rule) },
    ...{ conversation: firing.conversation, text, mentions },
  },
})
