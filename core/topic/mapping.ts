import type { Topic } from './topic.ts'

/** What people made of topics: which is counted as part of which other. */
export type Mapping = ReadonlyMap<string, Pick<Topic, 'mergedInto'>>

/** The topic that a contact of this one is counted under now. An id that is not known stands for itself. */
export const topicNow = (mapping: Mapping, id: string): string => wayOf(mapping, id).at(-1) ?? id

/** A topic, what it is part of, what that is part of, and so on. */
function wayOf(mapping: Mapping, id: string): string[] {
  const way = [id]
  let next = mapping.get(id)?.mergedInto
  while (next !== undefined && !way.includes(next)) {
    way.push(next)
    next = mapping.get(next)?.mergedInto
  }
  return way
}

/** Why one topic cannot be counted as part of another; undefined where it can. */
export function refusalOfMerge(mapping: Mapping, id: string, into: string): string | undefined {
  if (!mapping.has(into)) return 'There is no topic to merge into under this id.'
  return wayOf(mapping, into).includes(id)
    ? 'The other topic is part of this one already: split it off first.'
    : undefined
}

/** Counts a topic as part of another. Nothing that was counted is written anew, so that `split` gives it back exactly. */
export const merged = <T extends Pick<Topic, 'mergedInto'>>(topic: T, into: string): T => ({
  ...topic,
  mergedInto: into,
})

/** Counts a topic by itself again. */
export function split<T extends Pick<Topic, 'mergedInto'>>({
  mergedInto: _mergedInto,
  ...topic
}: T): Omit<T, 'mergedInto'> {
  return topic
}
