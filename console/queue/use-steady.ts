import { useEffect, useReducer, useRef } from 'react'
import { type Placed, steady, unheld } from './steady.ts'

type Held<Row> = { list: string; placed: readonly Placed<Row>[] }

/**
 * Rows that hold still while `hold` says so. `list` names what is listed: another list is shown as it is. `showNews` takes
 * in what waits; `sendAway` tells that the person's own act takes a row out.
 */
export function useSteady<Row extends { id: string }>(list: string, fresh: readonly Row[], hold: boolean) {
  const held = useRef<Held<Row> | undefined>(undefined)
  const sent = useRef(new Set<string>())
  const [, again] = useReducer((times: number) => times + 1, 0)
  const before = held.current
  const { placed, news } =
    hold && before !== undefined && before.list === list ? steady(before.placed, fresh, sent.current) : unheld(fresh)
  useEffect(() => {
    held.current = { list, placed }
    if (!hold) sent.current.clear()
  })
  return {
    placed: placed.filter(({ state }) => state !== 'sent'),
    news,
    showNews: () => {
      held.current = undefined
      again()
    },
    sendAway: (ids: readonly string[]) => {
      for (const id of ids) sent.current.add(id)
    },
  }
}
