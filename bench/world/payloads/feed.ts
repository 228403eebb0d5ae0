import { iso } from '../calendar.ts'
import type { Channel, Kind, Shown, Truth } from '../event.ts'
import { truthOf } from '../matters/contact.ts'
import type { Matter } from '../matters/matter.ts'
import { messageReaches, phoneShown } from '../matters/reach.ts'
import { fullName } from '../people/person.ts'
import { customerLetter, customerMessage, customerPost } from '../texts/customer.ts'
import type { Draft } from './draft.ts'
import { accountShown } from './mail.ts'

/**
 * Contacts in the project's normal form, as some other system of the company posts them: forms and chats of the web
 * site, voicemails with their transcript, reviews from the shop.
 */

type Kindred = 'form' | 'chat' | 'voicemail' | 'review'
type Part = { channel: Channel; kind: Kind; truth: Truth; fields: object }

const party = (shown: Shown, name: string) => ({ identifier: { type: shown.type, value: shown.value }, name })

const evidenceOf = (shown: readonly Shown[], tier: 'T1' | 'T3', how: string) =>
  shown.map(({ type, value }) => ({ identifier: { type, value }, tier, how }))

function form(matter: Matter, at: number, truth: Truth): Part {
  const { person, random } = matter
  const address = random.pick(person.addresses).address.toLowerCase()
  const sender: Shown = { type: 'email', value: address, where: 'sender', owner: person.id }
  const written = customerLetter(matter, 'feed', at, [])
  const phone = random.chance(0.4) ? phoneShown(person, at, 'text', random)?.shown : undefined
  const evidence = evidenceOf(phone ? [phone] : [], 'T3', 'form-field')
  const words = written.paragraphs.join('\n\n')
  const shown = [sender, ...(phone ? [phone] : []), ...accountShown(written.facts, person)]
  return {
    channel: 'web',
    kind: 'direct',
    truth: { ...truth, words, facts: written.facts, identifiersShown: shown },
    fields: { from: party(sender, fullName(person)), text: words, evidence },
  }
}

/** A chat of somebody who is signed in: the customer number is proven, and the address of the account with it. */
function chat(matter: Matter, at: number, truth: Truth): Part {
  const { person, random } = matter
  const sender: Shown = { type: 'account', value: person.account, where: 'sender', owner: person.id }
  const [first] = person.addresses
  const address: Shown[] = first
    ? [{ type: 'email', value: first.address.toLowerCase(), where: 'text', owner: person.id }]
    : []
  const reaches = messageReaches(person, at, false, random)
  const written = customerMessage(matter, 'feed', at, reaches)
  const words = written.paragraphs.join(' ')
  const evidence = [...evidenceOf(address, 'T1', 'signed-in'), ...evidenceOf(written.shown, 'T3', 'stated')]
  return {
    channel: 'message',
    kind: 'direct',
    truth: { ...truth, words, facts: written.facts, identifiersShown: [sender, ...address, ...written.shown] },
    fields: { from: party(sender, fullName(person)), text: words, evidence },
  }
}

function voicemail(matter: Matter, at: number, truth: Truth): Part {
  const { person, random } = matter
  const phone = phoneShown(person, at, 'sender', random)
  if (!phone) return form(matter, at, truth)
  const sender: Shown = { type: 'phone', value: phone.line.phone.e164, where: 'sender', owner: person.id }
  const written = customerMessage(matter, 'feed', at, [])
  const words = written.paragraphs.join(' ')
  return {
    channel: 'phone',
    kind: 'voicemail',
    truth: {
      ...truth,
      words,
      facts: written.facts,
      identifiersShown: [sender, ...accountShown(written.facts, person)],
    },
    fields: {
      from: { identifier: { type: 'phone', value: sender.value } },
      text: words,
      call: { answered: false, durationSeconds: random.between(8, 90) },
    },
  }
}

function review(matter: Matter, _at: number, truth: Truth): Part {
  const { person } = matter
  const sender: Shown = { type: 'account', value: person.account, where: 'sender', owner: person.id }
  const written = customerPost(matter, 'feed')
  const words = written.paragraphs.join(' ')
  return {
    channel: 'review',
    kind: 'review',
    truth: { ...truth, words, facts: written.facts, identifiersShown: [sender] },
    fields: { from: party(sender, person.given), text: words },
  }
}

const kindreds: Readonly<Record<Kindred, (matter: Matter, at: number, truth: Truth) => Part>> = {
  form,
  chat,
  voicemail,
  review,
}

/** A contact that another system of the company reports; half of them travel in batches. */
export function feedContact(matter: Matter, at: number): Draft[] {
  const { random, brand, person, topic } = matter
  const kindred = random.weighted<Kindred>([
    ['form', 45],
    ['chat', 25],
    ['voicemail', 20],
    ['review', topic === 'praise' ? 60 : 10],
  ])
  const { channel, kind, truth, fields } = kindreds[kindred](
    matter,
    at,
    truthOf(matter, { by: 'customer', via: 'mail', at }),
  )
  const contact = {
    v: 1,
    id: `${kindred}-${truth.contact}`,
    channel,
    kind,
    brand: brand.id,
    direction: 'inbound',
    occurredAt: iso(at),
    ...fields,
    to: [{ identifier: { type: 'email', value: brand.mailbox } }],
    language: person.language,
  }
  return [
    {
      at: at + random.between(500, 20_000),
      door: 'webhook',
      format: 'contacts',
      path: '/webhooks/contacts/local',
      contentType: 'application/json',
      bytes: Buffer.from(JSON.stringify(contact)),
      truth: { ...truth, channel, kind },
      ...(random.chance(0.5) && { batch: 'hour' }),
    },
  ]
}
