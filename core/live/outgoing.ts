import { seesPersonalData } from '../api/role.ts'
import { actorAt, type Connection } from './connection.ts'
import type { LiveEvent } from './event.ts'
import { hears, shownTo } from './topic.ts'

/** API Gateway takes frames of 32 KB; what a bundle adds around its events fits into the rest. */
const mostBytes = 30_000

/** An event with its texts, made once for all who get it. */
export type Outgoing = { event: LiveEvent; text: (seesPersonalData: boolean) => string }

export function outgoing(event: LiveEvent): Outgoing {
  const texts = new Map<boolean, string>()
  const text = (personal: boolean): string => {
    const known = texts.get(personal)
    if (known !== undefined) return known
    const made = JSON.stringify(shownTo({ subject: '', groups: personal ? ['admin'] : [], topics: [] }, event))
    texts.set(personal, made)
    return made
  }
  return { event, text }
}

/** The messages that bring to a connection what it hears of these events, in their order. */
export function messagesFor(connection: Connection, events: Outgoing[]): string[] {
  const personal = seesPersonalData(actorAt(connection))
  const texts = events.filter(({ event }) => hears(connection, event)).map(({ text }) => text(personal))
  return connection.bundle ? bundled(texts) : texts
}

function bundled(texts: string[]): string[] {
  const bundles: string[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const text of texts) {
    const size = new TextEncoder().encode(text).length + 1
    if (bytes + size > mostBytes) {
      bundles.push([])
      bytes = 0
    }
    bundles.at(-1)?.push(text)
    bytes += size
  }
  return bundles.map(bundle =>
    bundle.length === 1 ? bundle.join('') : `{"type":"events","items":[${bundle.join(',')}]}`,
  )
}
