import type { Refold, ReportMessage } from './message.ts'
import { type Done, type ProjectDeps, project } from './project.ts'
import { joinedWorks, worksOf } from './work.ts'

type Asked = { message: ReportMessage; resolve: () => void; reject: (error: unknown) => void }

/**
 * Projects what is told in one turn of the event loop together: a function hands over the messages of a batch side by side,
 * and what touches the same customer, or the same cells, is then written once. Each message resolves, or fails, by itself.
 */
export function projector(deps: () => ProjectDeps): (message: ReportMessage) => Promise<void> {
  let asked: Asked[] = []
  const run = async () => {
    const batch = asked
    asked = []
    const done = await projectMessages(
      deps(),
      batch.map(({ message }) => message),
    )
    for (const [n, { resolve, reject }] of batch.entries()) {
      const error = done[n]
      if (error === undefined) resolve()
      else reject(error)
    }
  }
  return message =>
    new Promise((resolve, reject) => {
      asked.push({ message, resolve, reject })
      if (asked.length === 1) queueMicrotask(() => void run())
    })
}

/** The error for which each message goes back to the queue; undefined where all it touches was written. */
export async function projectMessages(deps: ProjectDeps, messages: readonly ReportMessage[]): Promise<unknown[]> {
  const once = new Map<string, ReturnType<typeof worksOrError>>()
  const told = await Promise.all(
    messages.map(message => {
      const name = JSON.stringify(message)
      const works = once.get(name) ?? worksOrError(deps, message)
      once.set(name, works)
      return works
    }),
  )
  const works = joinedWorks(told.flatMap(one => one.works))
  const done = await project(deps, works)
  const failed = failuresOf(done)
  return told.map(({ works: own, error }) => error ?? own.map(({ customer }) => failed.get(customer)).find(isThere))
}

async function worksOrError(
  { reads, now }: ProjectDeps,
  message: ReportMessage,
): Promise<{ works: Refold[]; error?: unknown }> {
  try {
    return { works: await worksOf(reads, message, now()) }
  } catch (error) {
    return { works: [], error }
  }
}

const isThere = (error: unknown): boolean => error !== undefined

const failuresOf = (done: readonly Done[]): Map<string, unknown> =>
  new Map(done.flatMap(({ work, error }) => (error === undefined ? [] : [[work.customer, error] as const])))
