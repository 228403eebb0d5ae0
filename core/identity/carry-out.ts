import { RetryLater } from '../record/outcome.ts'
import { type Change, type Closure, emptyClosure, type Step } from './closure.ts'
import type { Marker, Operation } from './customer-record.ts'
import type { RefusalReason } from './groups.ts'
import { maxStreamsAndEdges, mostHangingTogether } from './hanging-together.ts'
import type { IdentityIds } from './ids.ts'
import type { Partition, Refusal } from './partition.ts'
import { customersByStream, plan, recordsToRead, regroup } from './plan.ts'
import { countWrites, type IdentityStore, type IdentityWrite, maxWrites } from './store.ts'
import { readRecords, walk } from './walk.ts'

/** `pause` waits before the given attempt, longer each time and with jitter. `now` is an RFC 3339 instant. */
export type IdentityDeps = {
  store: IdentityStore
  ids: IdentityIds
  now: () => string
  pause: (attempt: number) => Promise<void>
}

/** Why a request is turned down without writing anything. */
export type Refused = RefusalReason | 'not-a-member' | 'same-identifier' | 'nothing-left'

export type Request = {
  operation: Operation
  start: Step[]
  /** The new values of edges, seen from what is stored; called again after each conflict. */
  decide: (closure: Closure) => { changes: Change[] } | { refused: Refused }
  /** Leaves a marker, so that the same operation is never carried out twice. Evidence needs none: its links say it. */
  marked: boolean
  /** May be carried out in several transactions, each canonical for its links. */
  divisible: boolean
  /** What is already known, for the first attempt only; it must be such that a commit would refuse it when stale. */
  seed?: () => Closure
}

/**
 * `changed`: the operation changed something, now or when it was carried out before (evidence, which leaves no marker:
 * now). `customers` names the customer of every stream that was read; `refused` the links among them without effect.
 */
export type Outcome =
  | { outcome: 'done'; changed: boolean; customers: Map<string, string>; refused: Refusal[] }
  | { outcome: 'too-large' }
  | { outcome: 'refused'; reason: Refused }

const maxAttempts = 25
const maxFailures = 4

/**
 * Carries a decision out: read, decide, write everything in one transaction; after a conflict, or an error that may hide
 * a commit, read again and decide again. Throws RetryLater when others kept interfering, and the store's own error when
 * it kept failing.
 */
export async function carryOut(deps: IdentityDeps, request: Request): Promise<Outcome> {
  let changed = false
  let failures = 0
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await deps.pause(attempt)
    try {
      const tried = await tryOnce(deps, request, attempt === 0)
      if (tried === 'conflict') continue
      if (tried.outcome !== 'part')
        return tried.outcome === 'done' ? { ...tried, changed: tried.changed || changed } : tried
      changed = true
      attempt = 0
    } catch (error) {
      if (++failures >= maxFailures) throw error
    }
  }
  throw new RetryLater('other identity decisions about the same customers kept interfering')
}

type Tried = Outcome | { outcome: 'part' } | 'conflict'

async function tryOnce(deps: IdentityDeps, request: Request, first: boolean): Promise<Tried> {
  const marker = request.marked ? await deps.store.readMarker(request.operation.id) : undefined
  const closure = first && request.seed ? request.seed() : emptyClosure()
  const decided = await decide(deps.store, request, closure, marker)
  if (!Array.isArray(decided)) return decided
  const planned = await planLargest(deps, request, closure, decided, marker)
  if (planned === 'too-large') return { outcome: 'too-large' }
  if (planned.write === undefined) return done(planned.after, marker !== undefined)
  if (!(await deps.store.commit(planned.write))) return 'conflict'
  return planned.rest === 0 ? done(planned.after, true) : { outcome: 'part' }
}

/** Reads all that the decision may depend on, decides, and reads what the changes may bring into contact. */
async function decide(
  store: IdentityStore,
  request: Request,
  closure: Closure,
  marker: Marker | undefined,
): Promise<Change[] | Tried> {
  const start = marker ? [...request.start, ...markedSteps(marker)] : request.start
  const read = await walk(store, closure, start, [])
  if (read !== 'closed') return unfinished(read)
  const decided = marker ? { changes: remainingChanges(marker) } : request.decide(closure)
  if ('refused' in decided) return { outcome: 'refused', reason: decided.refused }
  const reread = await walk(store, closure, start, decided.changes)
  return reread === 'closed' ? decided.changes : unfinished(reread)
}

const unfinished = (walked: 'moved' | 'too-large'): Tried => (walked === 'moved' ? 'conflict' : { outcome: walked })

type Planned = { write: IdentityWrite | undefined; after: Partition; rest: number }

/** The largest part of the changes that one transaction holds. */
async function planLargest(
  deps: IdentityDeps,
  request: Request,
  closure: Closure,
  changes: Change[],
  marker: Marker | undefined,
): Promise<Planned | 'too-large'> {
  let take = request.divisible ? Math.min(changes.length, maxStreamsAndEdges) : changes.length
  for (;;) {
    const part = changes.slice(0, take)
    const planned = await planPart(deps, request, closure, part, changes.slice(take), marker)
    if (fits(closure, part, planned.write)) return planned
    if (!request.divisible || take <= 1) return 'too-large'
    take = Math.floor(take / 2)
  }
}

/**
 * What hangs together afterwards counts, not what was read: parting is never refused for the size of what it parts, as
 * when a line turns out to be shared.
 */
function fits(closure: Closure, part: readonly Change[], write: IdentityWrite | undefined): boolean {
  if (write === undefined) return true
  const small = part.length === 0 || mostHangingTogether(closure, part) + part.length <= maxStreamsAndEdges
  return small && countWrites(write) <= maxWrites
}

async function planPart(
  { store, ids, now }: IdentityDeps,
  request: Request,
  closure: Closure,
  part: Change[],
  rest: Change[],
  marker: Marker | undefined,
): Promise<Planned> {
  const after = regroup(closure, part, ids)
  await readRecords(store, closure, recordsToRead(closure, after, ids))
  const at = now()
  const write = plan(closure, part, after, { ids, operation: request.operation, at })
  if (write === undefined || !request.marked) return { write, after, rest: rest.length }
  const step = marker === undefined ? 0 : marker.step + 1
  const next = { operation: request.operation, step, at, remaining: rest.map(edgeOf) }
  return { write: { ...write, marker: next }, after, rest: rest.length }
}

const edgeOf = (change: Change): Marker['remaining'][number] => ('link' in change ? change.link : change.cannotLink)

const remainingChanges = ({ remaining }: Marker): Change[] =>
  remaining.map(edge => ('rule' in edge ? { link: edge } : { cannotLink: edge }))

const markedSteps = ({ remaining }: Marker): Step[] =>
  remaining.flatMap(({ a, b }) => [a, b].map(stream => ({ stream, whole: true })))

function done(after: Partition, changed: boolean): Outcome {
  const customers = new Map([...customersByStream(after)].map(([stream, { id }]) => [stream, id] as const))
  return { outcome: 'done', changed, customers, refused: after.refused }
}
