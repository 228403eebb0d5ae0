import type { Agent } from '../client/api.ts'

type Named = Pick<Agent, 'id' | 'name' | 'active'>

/** What is being written of a colleague's name: the text after an `@` before the cursor, and where it begins. */
export function mentionAt(text: string, at: number): { begun: string; from: number } | undefined {
  const found = /(?<![\p{L}\p{N}@])@([\p{L}\p{N}-]{0,40})$/u.exec(text.slice(0, at))
  return found ? { begun: found[1] ?? '', from: found.index } : undefined
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const mostOffered = 6

/** Colleagues whose id, or a part of whose name, begins so. */
export function colleaguesFor<One extends Named>(begun: string, agents: readonly One[]): One[] {
  const wanted = plain(begun)
  return agents
    .filter(({ active, id, name }) => active && [id, ...plain(name).split(/\s+/)].some(part => part.startsWith(wanted)))
    .slice(0, mostOffered)
}

/** The colleagues whose ids stand in the text after an `@`. */
export function mentionedIn<One extends Named>(text: string, agents: readonly One[]): One[] {
  const ids = new Set([...text.matchAll(/(?<![\p{L}\p{N}@])@([a-z0-9][a-z0-9-]{0,62})/gu)].map(([, id]) => id))
  return agents.filter(({ id }) => ids.has(id))
}
