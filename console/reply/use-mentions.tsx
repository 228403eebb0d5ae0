import { useState } from 'react'
import type { Agent } from '../client/api.ts'
import { useSay } from '../words/words.ts'
import { colleaguesFor, mentionAt } from './mentions.ts'
import type { WritingKey } from './writing-field.tsx'

const noPlace: number | undefined = undefined

/** Offers colleagues while a name is written after an `@`; `put` writes the chosen one's id there. */
export function useMentions(
  text: string,
  agents: readonly Agent[],
  put: (text: string, from: number, to: number) => void,
) {
  const [at, setAt] = useState(noPlace)
  const [chosen, setChosen] = useState(0)
  const begun = at === undefined ? undefined : mentionAt(text, at)
  const offered = begun ? colleaguesFor(begun.begun, agents) : []
  const active = Math.min(chosen, offered.length - 1)
  const take = (agent: Agent | undefined) => {
    if (begun && agent && at !== undefined) put(`@${agent.id} `, begun.from, at)
    setAt(undefined)
  }
  const moved = (cursor: number) => {
    setAt(cursor)
    setChosen(0)
  }
  const onKey = ({ key, ctrl, stop }: WritingKey) => {
    if (offered.length === 0 || ctrl) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      stop()
      setChosen((active + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
    } else if (key === 'Enter' || key === 'Tab') {
      stop()
      take(offered[active])
    } else if (key === 'Escape') {
      stop()
      setAt(undefined)
    }
  }
  return { offered, active, take, moved, onKey }
}

export type OfferedProps = { id: string; offered: readonly Agent[]; active: number; onTake: (agent: Agent) => void }

export const offeredId = (list: string, at: number): string => `${list}-${at}`

/** The colleagues on offer; the focus stays where one writes. */
export function Offered({ id, offered, active, onTake }: OfferedProps) {
  const say = useSay()
  if (offered.length === 0) return null
  return (
    <div role="listbox" id={id} className="offered" aria-label={say('note.colleagues')}>
      {offered.map((agent, at) => (
        <div
          key={agent.id}
          id={offeredId(id, at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={event => {
            event.preventDefault()
            onTake(agent)
          }}
        >
          <span dir="auto">{agent.name}</span> <span className="quiet">@{agent.id}</span>
        </div>
      ))}
    </div>
  )
}
