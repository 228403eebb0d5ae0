import { createContext, use } from 'react'
import type { Role } from '../../core/api/role.ts'
import { type Api, allowed } from '../client/api.ts'
import type { Live } from '../live/live.ts'
import type { Session } from '../session/session.ts'
import type { Toasts } from '../toasts/toasts.ts'

/** What every screen stands on. */
export type Console = { api: Api; session: Session; live: Live; toasts: Toasts }

export const ConsoleContext = createContext<Console | undefined>(undefined)

export function useConsole(): Console {
  const found = use(ConsoleContext)
  if (found === undefined) throw new Error('this is not inside a console')
  return found
}

/** Whether the API would let the person do this; what it would refuse is not shown. */
export function useMay(): (call: keyof typeof allowed) => boolean {
  const { roles } = useConsole().session.person
  return call => mayCall(roles, call)
}

export function mayCall(roles: readonly Role[], call: keyof typeof allowed): boolean {
  const known: readonly string[] = allowed[call]
  return roles.some(role => known.includes(role))
}
