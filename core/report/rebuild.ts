import type { Refold } from './message.ts'
import type { ProjectDeps } from './project.ts'
import { projectAll } from './project-all.ts'
import type { Generation, ReportSettings } from './settings.ts'

export type RebuildDeps = {
  settings: () => Promise<ReportSettings>
  /** False: somebody was faster, nothing is written. */
  write: (next: Omit<ReportSettings, 'version'>, was: ReportSettings) => Promise<boolean>
  /** Everything that projects into one generation, and into no other. */
  projecting: (generation: Generation) => ProjectDeps
  /** Every customer of whom anything is kept or recorded; some may come several times. */
  customers: (current: Generation) => AsyncIterable<string[]>
  /** Waits until every worker has seen the settings. */
  followed: () => Promise<void>
  /** Takes away what is left of a generation. */
  forget: (generation: Generation, customers: readonly string[]) => Promise<void>
  progress: (done: number, of: number) => void
}

const atOnce = 50

/**
 * Makes vectors and cells anew from what is stored, in this zone, beside those that are read. From the first moment on both
 * generations follow what happens, so nothing is missed while customers are folded one after the other; then the new one is
 * read and the old one goes. Begun again after a crash, it goes on with the generation that was being built. Answers how
 * many customers were folded.
 */
export async function rebuild(deps: RebuildDeps, zone: string | undefined): Promise<number> {
  const { current, building } = await begin(deps, zone)
  await deps.followed()
  const projecting = deps.projecting(building)
  const customers = await everybody(deps, current)
  for (let at = 0; at < customers.length; at += atOnce) {
    const some = customers.slice(at, at + atOnce)
    await foldAll(projecting, some)
    deps.progress(at + some.length, customers.length)
  }
  await finish(deps, building)
  await deps.followed()
  await deps.forget(current, customers)
  return customers.length
}

/** Whoever becomes known from now on is folded by what follows. Found first, so that it is known how many there are. */
async function everybody({ customers, progress }: RebuildDeps, current: Generation): Promise<string[]> {
  const found = new Set<string>()
  for await (const some of customers(current)) {
    for (const customer of some) found.add(customer)
    progress(0, found.size)
  }
  return [...found]
}

async function begin({ settings, write }: RebuildDeps, zone: string | undefined) {
  const was = await settings()
  const { current } = was
  const wanted = zone ?? was.building?.zone ?? current.zone
  if (was.building?.zone === wanted) return { current, building: was.building }
  const building = { number: Math.max(current.number, was.building?.number ?? 0) + 1, zone: wanted }
  if (!(await write({ v: 1, current, building }, was)))
    throw new Error('the settings of reports were just changed: begin again')
  return { current, building }
}

async function finish({ settings, write }: RebuildDeps, building: Generation): Promise<void> {
  const was = await settings()
  if (was.building?.number !== building.number) throw new Error('another rebuild has begun meanwhile')
  if (!(await write({ v: 1, current: building }, was)))
    throw new Error('the settings of reports were just changed: begin again')
}

const foldAll = (projecting: ProjectDeps, customers: readonly string[]): Promise<void> =>
  projectAll(
    projecting,
    customers.map((customer): Refold => ({ v: 1, type: 'refold', customer, line: false, piece: false })),
  )
