import type { Needs } from '../conversation/conversation.ts'
import { type Agent, isReachable } from '../people/agent.ts'

/** An agent with how many open conversations they have, and when routing gave them one last. */
export type Seat = { agent: Agent; load: number; lastAssignedAt?: string }

/** Those who could answer, were they there and free, and what that takes; `unspoken` is a language that none of them speaks. */
export type Fitting = { seats: Seat[]; needs: Needs; unspoken?: string }

/** Help for whoever answers. `wanted` without a seat: nobody could help. */
export type Help = { wanted: boolean; seat?: Seat | undefined }

/** Whether a conversation may be given to them now. */
export const isFree = ({ agent, load }: Seat): boolean => isReachable(agent) && load < agent.capacity

export const hasSkills = ({ agent }: Seat, skills: readonly string[]): boolean =>
  skills.every(skill => agent.skills.includes(skill))

/**
 * Who is next: whoever has least to do for what they can take, of these whoever has been given nothing for longest, of
 * these the first by id. So everybody is compared with everybody in one order, and the order of the seats means nothing.
 */
export function fairest(seats: readonly Seat[]): Seat | undefined {
  return seats.reduce<Seat | undefined>((best, seat) => (best && !isBefore(seat, best) ? best : seat), undefined)
}

/** Shares are compared as products of whole numbers, which are exact. */
function isBefore(a: Seat, b: Seat): boolean {
  const share = a.load * b.agent.capacity - b.load * a.agent.capacity
  if (share !== 0) return share < 0
  const [since, other] = [a.lastAssignedAt ?? '', b.lastAssignedAt ?? '']
  return since === other ? a.agent.id < b.agent.id : since < other
}
