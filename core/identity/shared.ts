import { isActive, type Link } from './link.ts'
import { streamIdentifier } from './member.ts'

/** From so many names on, one person behind a number is the less likely story: a switchboard, a family, info@. */
const sharedFrom = 3

/**
 * The streams that three or more accounts or mail addresses claim by T3 links. Such a stream is not crossed: its
 * asserted links are refused, its proven ones (T1, an agent's) hold. Whether a stream is shared is decided by its own
 * links alone, so a walk that has read them needs no others.
 */
export function sharedStreams(links: Iterable<Link>): Set<string> {
  const names = new Map<string, Set<string>>()
  for (const link of links) {
    if (!isTie(link)) continue
    addName(names, link.a, link.b)
    addName(names, link.b, link.a)
  }
  return new Set([...names].filter(([, claimed]) => claimed.size >= sharedFrom).map(([stream]) => stream))
}

/** The links that count: the weakest that are made at all. */
export const isTie = (link: Link): boolean => isActive(link) && link.tier === 'T3'

function addName(names: Map<string, Set<string>>, stream: string, other: string): void {
  if (!isNameOfPerson(other)) return
  names.set(stream, (names.get(stream) ?? new Set()).add(other))
}

/** Mail addresses and accounts, the networks' too. Several phones on one address are one person's phones. */
function isNameOfPerson(stream: string): boolean {
  const { type } = streamIdentifier(stream)
  return type !== 'phone' && type !== 'line'
}
