import type { Act, Acted } from '../acts/act.ts'
import { afterAct, sendAct, undoing } from '../acts/act.ts'
import type { Api } from '../client/api.ts'
import type { MacroActions } from './written.ts'

/** What a macro does, in the order of doing it. */
export function actsOf({ status, tags, assign, priority }: MacroActions): Act[] {
  return [
    ...(tags ? [{ do: 'tags', ...tags } as const] : []),
    ...(priority ? [{ do: 'priority', priority } as const] : []),
    ...(assign?.team !== undefined ? [{ do: 'team', team: assign.team } as const] : []),
    ...(assign?.assignee !== undefined ? [{ do: 'assign', assignee: assign.assignee } as const] : []),
    ...(status ? [{ do: 'status', status } as const] : []),
  ]
}

/** One after the other, because the next builds on what the last left. Rejects at the first that fails. */
export async function carryOutAll(api: Api, id: string, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await sendAct(api, id, act)
}

/** What takes these acts back, the last first, for a conversation as it stood before them. */
export function undoingAll(acts: readonly Act[], before: Acted): Act[] {
  const back: Act[] = []
  let stands = before
  for (const act of acts) {
    const inverse = undoing(act, stands)
    if (inverse) back.unshift(inverse)
    stands = afterAct(stands, act)
  }
  return back
}
