import { createTransport } from 'nodemailer'
import * as z from 'zod'
import type { Api } from '../../../bench/demo/api.ts'
import { customerWith } from '../customers.ts'
import { eventually } from '../eventually.ts'
import type { RunningConsole } from '../running-console.ts'
import { inMails, packed, payloads } from './payloads.ts'

/** Opened, so many originals fit on the page of the test at once. */
const mailsPerCustomer = 9

/** All of these are one customer's, so that one timeline shows them. */
export const attacker = 'account:attacker'

const names = packed(256)
const subjects = packed(512)
const words = packed(400)
const outcomes = packed(128)

const kinds = [
  { channel: 'social', kind: 'mention' },
  { channel: 'social', kind: 'comment' },
  { channel: 'message', kind: 'direct' },
  { channel: 'review', kind: 'review' },
  { channel: 'social', kind: 'post' },
  { channel: 'email', kind: 'mail' },
  { channel: 'phone', kind: 'voicemail' },
] as const

const from = <T>(all: readonly T[], at: number): T => {
  const found = all[at % all.length]
  if (found === undefined) throw new Error('there is nothing to choose from')
  return found
}

/** Minutes ago, so that the order is known and what is told later is late later. */
const ago = (minutes: number): string => new Date(Date.now() - 60_000 * minutes).toISOString()

/** Every payload as words, name, handle, subject and file of one customer's posts, and in each field of their calls. */
function ofOneCustomer(): object[] {
  const identifier = { type: 'account', value: 'attacker' }
  const posts = names.map((name, at) => ({
    ...{ id: `attack-${at}`, ...from(kinds, at), direction: 'inbound', occurredAt: ago(at + 60) },
    from: { identifier, name, handle: from(names, at + 2) },
    ...{ subject: from(subjects, at), text: from(words, at) },
    attachments: [
      {
        name: from(names, at + 3),
        mediaType: from(names, at + 4),
        bytes: 9,
        ref: from(names, at + 5),
      },
    ],
    social: {
      network: from(payloads, at).slice(0, 64),
      visibility: 'public',
      url: from(payloads, at * 3),
      metrics: { [from(payloads, at * 2).slice(0, 64)]: 1, rating: 3 },
    },
  }))
  const calls = Array.from({ length: Math.ceil(outcomes.length / 5) }, (_, at) => ({
    ...{ id: `attack-call-${at}`, channel: 'phone', kind: 'call', direction: 'inbound', occurredAt: ago(at + 600) },
    from: { identifier, name: from(names, at + 6) },
    text: from(words, at + 7),
    call: {
      ...{ answered: at % 2 === 0, durationSeconds: 9, disposition: from(outcomes, at * 5) },
      agent: `${from(outcomes, at * 5 + 1)}${from(outcomes, at * 5 + 2)}`,
      queue: `${from(outcomes, at * 5 + 3)}${from(outcomes, at * 5 + 4)}`,
    },
  }))
  return [...posts, ...calls]
}

/** Every payload as the name and the subject of a matter of its own, as queue, mentions and search show them. */
const ofManyCustomers = (): object[] =>
  names.map((name, at) => ({
    ...{ id: `mention-${at}`, channel: 'social', kind: 'mention', direction: 'inbound', occurredAt: ago(at) },
    from: { identifier: { type: 'x', value: `${66_600 + at}` }, name, handle: from(names, at + 1) },
    ...{ subject: from(subjects, at), text: from(words, at) },
    social: { network: 'x', visibility: 'public', url: from(payloads, at * 3) },
  }))

export type Told = { contacts: number; matters: number }

/** How many contacts the attacker's timeline must show, and how many matters the queue. */
export async function attackByPosts(running: RunningConsole): Promise<Told> {
  const [one, many] = [ofOneCustomer(), ofManyCustomers()]
  const all = [...one, ...many]
  for (let at = 0; at < all.length; at += 12) await running.tell(all.slice(at, at + 12))
  return { contacts: one.length, matters: many.length }
}

/** Stands behind a payload: whoever sees it was not swallowed. */
export const behind = 'behind it'

export type Mailer = { identifier: string; mails: number; tame: number }

/** Every payload in the markup of a mail, with others as text, subject, name, and as names and contents of files. */
export async function attackByMail({ smtpPort }: RunningConsole): Promise<Mailer[]> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: 4,
  })
  const all = inMails()
  const groups = Array.from({ length: Math.ceil(all.length / mailsPerCustomer) }, (_, at) =>
    all.slice(at * mailsPerCustomer, (at + 1) * mailsPerCustomer),
  )
  const mails = groups.flatMap((group, customer) => group.map((inside, at) => mailOf(inside, customer, at)))
  await Promise.all(mails.map(mail => transport.sendMail(mail)))
  transport.close()
  return groups.map((group, customer) => ({
    identifier: `email:mallory${customer}@example.com`,
    mails: group.length,
    tame: group.flatMap(({ tame }) => tame).length,
  }))
}

function mailOf({ tame, last }: ReturnType<typeof inMails>[number], customer: number, at: number) {
  const inside = [...tame.map(payload => `<div>${payload}</div><p>${behind}</p>`), `<div>${last}</div>`]
  const other = (by: number) => from(payloads, customer * 50 + at * 5 + by)
  return {
    from: { name: other(0), address: `mallory${customer}@example.com` },
    ...{ to: 'support@localhost', subject: `${at} ${other(1)}`, text: other(2) },
    html: `<html><body>${inside.join('\n')}</body></html>`,
    attachments: [
      { filename: `${other(3)}.html`, content: last, contentType: 'text/html' },
      {
        filename: other(4),
        content: `<svg xmlns="http://www.w3.org/2000/svg" onload="top.__ran=1"/>`,
        contentType: 'image/png',
      },
    ],
  }
}

/** Waits until all of it stands where the console looks: nothing of it may be lost. */
export async function untilThere(running: RunningConsole, told: Told, mailers: readonly Mailer[]): Promise<void> {
  await customerWith(running, attacker, told.contacts)
  for (const { identifier, mails } of mailers) await customerWith(running, identifier, mails)
  const agent = await running.api('agent', 'Harriet Sloane')
  await eventually(async () => {
    const counted = await agent.read('/v1/conversations/counts', countsSchema)
    return (counted.counts['open channel:social'] ?? 0) >= told.matters
  })
}

const countsSchema = z.object({ counts: z.record(z.string(), z.number()) })

const conversationsSchema = z.object({ items: z.array(z.object({ id: z.string() })) })
const anything = z.looseObject({})

/** Payloads that colleagues wrote: notes, tags, reasons, a draft, macros. Answers the conversation where they stand. */
export async function attackByColleagues(running: RunningConsole, customer: string): Promise<string> {
  const agent = await running.api('agent', 'Harriet Sloane')
  const { items } = await agent.read(`/v1/customers/${customer}/conversations`, conversationsSchema)
  const [conversation] = items
  if (conversation === undefined) throw new Error('the customer has no conversation')
  const path = `/v1/conversations/${conversation.id}`
  for (const text of packed(2000)) await agent.write('POST', `${path}/note`, { text }, anything)
  await agent.write('POST', `${path}/status`, { status: 'open', reason: from(packed(1000), 0) }, anything)
  await agent.write('PUT', `${path}/draft`, { text: payloads.join('\n').slice(0, 20_000) }, anything)
  await writeMacros(await running.api('operator'))
  return conversation.id
}

async function writeMacros(operator: Api): Promise<void> {
  for (const [at, text] of packed(3000).entries()) {
    // Braces are for variables.
    const plain = text.replaceAll(/[{}]/g, '')
    const variants = [{ language: 'en', text: plain, subject: plain.replace(/[\r\n\t]/g, ' ').slice(0, 200) }]
    const macro = {
      name: from(payloads, at * 9)
        .replaceAll(/[{}]/g, '')
        .slice(0, 64),
      variants,
    }
    await operator.write('PUT', `/v1/macros/attack-${at}`, macro, anything)
  }
}
