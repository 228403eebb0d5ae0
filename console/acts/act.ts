import type { Api, Conversation } from '../client/api.ts'

/** As much of a conversation as acts change; rows of a queue have it too. */
export type Acted = Pick<Conversation, 'id' | 'status' | 'priority' | 'tags' | 'title' | 'assignee' | 'team'>

/** What people do to a conversation here. */
export type Act =
  | { do: 'status'; status: Exclude<Conversation['status'], 'snoozed'> }
  | { do: 'snooze'; until: string }
  | { do: 'assign'; assignee: string | null }
  | { do: 'team'; team: string | null }
  | { do: 'priority'; priority: Conversation['priority'] }
  | { do: 'tags'; add: readonly string[]; remove: readonly string[] }

export function sendAct(api: Api, id: string, act: Act): Promise<Conversation> {
  switch (act.do) {
    case 'status':
      return api.setStatus(id, { status: act.status })
    case 'snooze':
      return api.setStatus(id, { status: 'snoozed', until: act.until })
    case 'assign':
      return api.assign(id, { assignee: act.assignee })
    case 'team':
      return api.assign(id, { team: act.team })
    case 'priority':
      return api.setPriority(id, { priority: act.priority })
    case 'tags':
      return api.setTags(id, { add: act.add, remove: act.remove })
    default:
      return act satisfies never
  }
}

/** How it will stand once the act is done; shown before the API answers. */
export function afterAct<Shape extends Acted>(before: Shape, act: Act): Shape {
  switch (act.do) {
    case 'status':
      return { ...before, status: act.status }
    case 'snooze':
      return { ...before, status: 'snoozed' }
    case 'assign':
      return { ...before, assignee: act.assignee ?? undefined }
    case 'team':
      return { ...before, team: act.team ?? undefined }
    case 'priority':
      return { ...before, priority: act.priority }
    case 'tags':
      return { ...before, tags: [...before.tags.filter(tag => !act.remove.includes(tag)), ...act.add] }
    default:
      return act satisfies never
  }
}

/** The act that takes another back, for a conversation as it stood before; undefined where only the API could. */
export function undoing(act: Act, before: Acted): Act | undefined {
  switch (act.do) {
    case 'status':
    case 'snooze':
      return before.status === 'snoozed' ? undefined : { do: 'status', status: before.status }
    case 'assign':
      return { do: 'assign', assignee: before.assignee ?? null }
    case 'team':
      return { do: 'team', team: before.team ?? null }
    case 'priority':
      return { do: 'priority', priority: before.priority }
    case 'tags':
      return {
        do: 'tags',
        add: act.remove.filter(tag => before.tags.includes(tag)),
        remove: act.add.filter(tag => !before.tags.includes(tag)),
      }
    default:
      return act satisfies never
  }
}
