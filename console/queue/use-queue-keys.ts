import type { Act } from '../acts/act.ts'
import { useGo } from '../app/router.tsx'
import type { ConversationRow } from '../client/api.ts'
import { useMe } from '../data/people.ts'
import { focusedRow, focusRow, useKeys } from '../keys/keys.ts'

type Working<Row> = {
  rows: readonly Row[]
  selected: readonly Row[]
  toggle: (row: Row) => void
  carryOut: (targets: readonly Row[], act: Act) => void
}

/** The keys of a list: they act on what is ticked, else on the row that has the focus. */
export function useQueueKeys<Row extends Pick<ConversationRow, 'id'>>(working: Working<Row>): void {
  const { rows, selected, toggle, carryOut } = working
  const go = useGo()
  const { data: me } = useMe()
  const focused = () => rows.filter(({ id }) => id === focusedRow())
  const targets = () => (selected.length > 0 ? selected : focused())
  useKeys({
    j: () => focusRow(1),
    k: () => focusRow(-1),
    x: () => focused().forEach(toggle),
    e: () => {
      const resolved = targets()
      // The focus goes on before its row leaves the list, or it would be lost with it.
      if (selected.length === 0) focusRow(rows.at(-1)?.id === focusedRow() ? -1 : 1)
      carryOut(resolved, { do: 'status', status: 'resolved' })
    },
    a: () => {
      if (me) carryOut(targets(), { do: 'assign', assignee: me.id })
    },
    r: () => {
      const [row] = focused()
      if (row) go(`/conversations/${row.id}#write`)
    },
  })
}
