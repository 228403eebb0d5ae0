import { type Contact, contactSchema } from '../../../core/contact/contact.ts'
import type { Random } from '../../world/random.ts'
import type { Country } from './country.ts'
import type { Told } from './told.ts'
import type { Book } from './wording/book.ts'

export type Channel = 'mail' | 'call' | 'mention' | 'direct'
type Party = Contact['from']

/** The customer on each channel: the same person, several identifiers. */
export type Customer = { name: string; on: Record<Channel, Party> }

/** A dialogue on its way: who speaks, what time it is, what was said, and every fact that was told. */
export type Scene = {
  id: string
  random: Random
  country: Country
  book: Book
  customer: Customer
  agent: string
  company: Record<Channel, Party>
  brand: string
  tagged: boolean
  contacts: Contact[]
  told: Told[]
  at: number
}

const channelOf = { mail: 'email', call: 'phone', mention: 'social', direct: 'message' } as const
const kindOf = { mail: 'mail', call: 'call', mention: 'mention', direct: 'direct' } as const

/** Lets time pass: minutes between messages of a chat, hours or days between mails. */
export function wait(scene: Scene, least: number, most: number): void {
  scene.at += Math.round(scene.random.spread(least, most) * 60_000)
}

/** Adds a contact whose words are made knowing its id, so that facts know where they were told. */
export function add(
  scene: Scene,
  channel: Channel,
  direction: Contact['direction'],
  write: (entryId: string) => { text: string; subject?: string },
): string {
  const id = `${scene.id}-${`${scene.contacts.length}`.padStart(3, '0')}`
  const occurredAt = new Date(scene.at).toISOString()
  const inbound = direction === 'inbound'
  const [customer, company] = [scene.customer.on[channel], scene.company[channel]]
  scene.contacts.push(
    contactSchema.parse({
      v: 1,
      id,
      source: `eval-${channel}`,
      channel: channelOf[channel],
      kind: kindOf[channel],
      brand: scene.brand,
      department: 'service',
      direction,
      occurredAt,
      receivedAt: occurredAt,
      revision: 0,
      from: inbound ? customer : company,
      to: [inbound ? company : customer],
      ...write(id),
      ...(scene.tagged && { language: scene.country.tag }),
      attachments: [],
      ...(channel === 'call' && { call: { answered: true, durationSeconds: scene.random.between(60, 900) } }),
      ...((channel === 'mention' || channel === 'direct') && {
        social: { network: 'x', visibility: channel === 'mention' ? 'public' : 'private' },
      }),
      evidence: [],
      rawRef: { object: `eval/${id}`, offset: 0, length: 0 },
    }),
  )
  return id
}
