import { useActs } from '../acts/use-acts.ts'
import { useGo } from '../app/router.tsx'
import type { ConversationRow } from '../client/api.ts'
import { useMe } from '../data/people.ts'
import { focusedRow, focusRow, useKeys } from '../keys/keys.ts'

/** The keys of a queue, on cards. What was resolved leaves; the one after it is in reach with j. */
export function useMentionKeys(rows: readonly ConversationRow[]): void {
  const go = useGo()
  const act = useActs()
  const { data: me } = useMe()
  const focused = () => rows.filter(({ id }) => id === focusedRow())
  useKeys({
    j: () => focusRow(1),
    k: () => focusRow(-1),
    e: () => {
      const done = focused()
      if (done.length === 0) return
      focusRow(1)
      void act(done, { do: 'status', status: 'resolved' })
    },
    a: () => {
      if (me) void act(focused(), { do: 'assign', assignee: me.id })
    },
    r: () => {
      const [row] = focused()
      if (row) go(`/conversations/${row.id}#write`)
    },
  })
}
