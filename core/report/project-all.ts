import type { Refold } from './message.ts'
import { type ProjectDeps, project } from './project.ts'

/** Projects works where nobody tries again: throws the first error. */
export async function projectAll(deps: ProjectDeps, works: readonly Refold[]): Promise<void> {
  for (const { error } of await project(deps, works)) if (error !== undefined) throw error
}
