import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type Console, useConsole } from '../app/console-context.ts'
import type { ConversationPage, ConversationRow, Queue } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { reasonOf } from '../states/states.tsx'
import { type Say, useSay } from '../words/words.ts'
import { type Act, type Acted, afterAct, sendAct, undoing } from './act.ts'

type Carrying = { console: Console; queries: QueryClient; say: Say }

/** Does something to conversations: shown at once, told when it is done, taken back when it fails or on demand. */
export function useActs(): (targets: readonly Acted[], act: Act) => Promise<void> {
  const console = useConsole()
  const queries = useQueryClient()
  const say = useSay()
  return (targets, act) => carryOut({ console, queries, say }, targets, act)
}

async function carryOut(carrying: Carrying, targets: readonly Acted[], act: Act): Promise<void> {
  const { console, queries, say } = carrying
  for (const { id } of targets) show(queries, id, act)
  const outcomes = await Promise.allSettled(targets.map(({ id }) => sendAct(console.api, id, act)))
  const done = targets.filter((_, at) => outcomes[at]?.status === 'fulfilled')
  const failed = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
  for (const { id } of targets) void queries.invalidateQueries({ queryKey: dataKeys.conversation(id) })
  void queries.invalidateQueries({ queryKey: dataKeys.counts })
  if (failed.length > 0) {
    const reason: unknown = failed[0]
    const detail = reason instanceof Error ? reasonOf(reason, say) : say('failed.here')
    console.toasts.show({ kind: 'error', text: say('acts.failed', { count: failed.length }), detail })
    void queries.invalidateQueries({ queryKey: dataKeys.queues })
  }
  if (done.length > 0)
    console.toasts.show({ kind: 'success', text: doneText(say, act, done), ...undo(carrying, done, act) })
}

function undo(carrying: Carrying, done: readonly Acted[], act: Act): { undo?: () => void } {
  const back = done.flatMap(before => {
    const inverse = undoing(act, before)
    return inverse === undefined ? [] : [{ before, inverse }]
  })
  if (back.length === 0) return {}
  return {
    undo: () => {
      const { console, queries, say } = carrying
      void Promise.allSettled(back.map(({ before, inverse }) => sendAct(console.api, before.id, inverse))).then(all => {
        const failed = all.filter(({ status }) => status === 'rejected').length
        console.toasts.show(
          failed > 0
            ? { kind: 'error', text: say('acts.failed', { count: failed }) }
            : { kind: 'info', text: say('acts.undone') },
        )
        for (const { before } of back) void queries.invalidateQueries({ queryKey: dataKeys.conversation(before.id) })
        void queries.invalidateQueries({ queryKey: dataKeys.queues })
        void queries.invalidateQueries({ queryKey: dataKeys.counts })
      })
    },
  }
}

function doneText(say: Say, act: Act, done: readonly Acted[]): string {
  const [only] = done
  const what = done.length === 1 && only !== undefined ? `“${only.title}”` : say('acts.many', { count: done.length })
  if (act.do === 'status') return say(`acts.done.${act.status}`, { what })
  return say(`acts.done.${act.do}`, { what })
}

type QueuePages = { pages: Queue[]; pageParams: unknown[] }

/** In a list a conversation leaves with the status that it left. */
function show(queries: QueryClient, id: string, act: Act): void {
  queries.setQueryData<ConversationPage>(dataKeys.conversation(id), known =>
    known ? { ...known, conversation: afterAct(known.conversation, act) } : known,
  )
  const leaves = act.do === 'status' || act.do === 'snooze'
  const inRow = (row: ConversationRow): ConversationRow[] =>
    row.id !== id ? [row] : leaves ? [] : [afterAct(row, act)]
  queries.setQueriesData<QueuePages>({ queryKey: dataKeys.queues }, known =>
    known ? { ...known, pages: known.pages.map(page => ({ ...page, items: page.items.flatMap(inRow) })) } : known,
  )
}
