import { useSyncExternalStore } from 'react'
import * as z from 'zod'
import { type Filter, filterNames, filterSchema, type View, views } from './views.ts'

/** A list that somebody made their own: a view, narrowed down, under a name. */
const savedSchema = z.object({ name: z.string().min(1).max(60), view: z.enum(views), filter: filterSchema })
export type Saved = z.infer<typeof savedSchema>

/** What is not a filter that this version knows is passed over. */
const listSchema = z.array(z.unknown()).transform(all => all.flatMap(one => savedSchema.safeParse(one).data ?? []))

/** More would not be found again in the navigation. */
export const mostSaved = 12

const keyOf = (subject: string): string => `throughline.filters.${subject}`
const listeners = new Set<() => void>()
const known = new Map<string, readonly Saved[]>()

/** The saved filters of a person, in this browser. */
export function readSaved(subject: string): readonly Saved[] {
  const found = known.get(subject) ?? parsed(localStorage.getItem(keyOf(subject)))
  known.set(subject, found)
  return found
}

/** Another one of the same name is replaced; the list ends at `mostSaved`. */
export function saveFilter(subject: string, saved: Saved): void {
  const others = readSaved(subject).filter(({ name }) => name !== saved.name)
  write(subject, [...others, saved].slice(-mostSaved))
}

export const dropFilter = (subject: string, name: string): void =>
  write(
    subject,
    readSaved(subject).filter(one => one.name !== name),
  )

function write(subject: string, all: readonly Saved[]): void {
  known.set(subject, all)
  localStorage.setItem(keyOf(subject), JSON.stringify(all))
  for (const listener of listeners) listener()
}

/** Another tab of the same browser may have changed them. */
function subscribe(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== null && !key.startsWith(keyOf(''))) return
    known.clear()
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}

export const useSaved = (subject: string): readonly Saved[] => useSyncExternalStore(subscribe, () => readSaved(subject))

/** The address of a view, narrowed down: whoever opens it sees the same list. */
export function addressOf(view: View, filter: Filter): string {
  const given = filterNames.flatMap(name => (filter[name] === undefined ? [] : [[name, filter[name]]]))
  const query = new URLSearchParams(given)
  return `/queue/${view}${query.size > 0 ? `?${query}` : ''}`
}

function parsed(text: string | null): readonly Saved[] {
  try {
    return listSchema.catch([]).parse(JSON.parse(text ?? '[]'))
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
