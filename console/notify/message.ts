import type { Say } from '../words/words.ts'
import type { Concern } from './watch.ts'

/** What a notification says: what happened, and with `names`, whose matter it is and what it is about. */
export function messageOf(concern: Concern, names: boolean, say: Say): { title: string; body?: string } {
  const title = say(`notify.${concern.kind}`)
  const about = names ? [concern.name, concern.title].filter(part => part !== undefined) : []
  return about.length === 0 ? { title } : { title, body: about.join(' · ') }
}

/** Where the matter is; to one's own work, where it is not known. */
export function addressOf({ conversation, customer }: Concern): string {
  if (conversation !== undefined) return `/conversations/${encodeURIComponent(conversation)}`
  return customer === undefined ? '/queue/mine' : `/customers/${encodeURIComponent(customer)}`
}
