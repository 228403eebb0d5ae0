import { createTransport } from 'nodemailer'
import * as z from 'zod'
import { type Api, apiOf } from '../../../bench/demo/api.ts'
import type { RunningConsole } from '../running-console.ts'
import { inMails, payloads } from './payloads.ts'

/** Fewer than one screen loads at first, since what became of the matter stands among them. */
const perCustomer = 18

/** Opened, so many fit on the page of the test at once. */
const mailsPerCustomer = 9

/** Words are no markup, so nothing in a post swallows what comes behind it. */
const perPost = 4

const kinds = [
  { channel: 'social', kind: 'mention' },
  { channel: 'social', kind: 'comment' },
  { channel: 'message', kind: 'direct' },
  { channel: 'review', kind: 'review' },
  { channel: 'social', kind: 'post' },
  { channel: 'phone', kind: 'call' },
  { channel: 'phone', kind: 'voicemail' },
  { channel: 'email', kind: 'mail' },
] as const

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Any other payload, so that each field has its own. */
const another = (payload: string, by: number): string =>
  payloads[(payloads.indexOf(payload) + by) % payloads.length] ?? payload

/** Every payload as words on some channel, with others as names, handles, subjects, addresses, files and outcomes. */
export async function attackByPosts({ tell }: RunningConsole): Promise<{ identifier: string; posts: number }[]> {
  const groups = chunks(chunks(payloads, perPost), perCustomer)
  for (const [customer, group] of groups.entries()) await tell(group.map((words, at) => post(words, customer, at)))
  return groups.map((group, customer) => ({ identifier: `account:attacker-${customer}`, posts: group.length }))
}

function post(words: string[], customer: number, at: number): object {
  const [text = ''] = words
  const kind = kinds[at % kinds.length] ?? kinds[0]
  const network = another(text, 5).slice(0, 64)
  return {
    ...{ id: `post-${customer}-${at}`, ...kind, direction: 'inbound', text: words.join('\n') },
    occurredAt: new Date(Date.now() - 60_000 * (at + 1)).toISOString(),
    from: {
      identifier: { type: 'account', value: `attacker-${customer}` },
      ...{ name: another(text, 1).slice(0, 256), handle: another(text, 2).slice(0, 256) },
    },
    subject: another(text, 3),
    attachments: [
      { name: another(text, 4), mediaType: another(text, 6).slice(0, 256), bytes: 9, ref: another(text, 7) },
    ],
    ...(kind.channel === 'phone'
      ? {
          call: {
            answered: at % 2 === 0,
            durationSeconds: 9,
            agent: text.slice(0, 256),
            queue: text.slice(0, 256),
            disposition: another(text, 8).slice(0, 128),
          },
        }
      : {
          social: {
            network,
            visibility: 'public',
            url: text.slice(0, 2048),
            metrics: { [text.slice(0, 64)]: 1, rating: 3 },
          },
        }),
  }
}

/** Stands behind a payload: whoever sees it was not swallowed. */
export const behind = 'behind it'

/** Every payload in the markup of a mail, with others as text, subject, name, and as names and contents of files. */
export async function attackByMail({
  stack,
}: RunningConsole): Promise<{ identifier: string; mails: number; tame: number }[]> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: stack.smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: 4,
  })
  const groups = chunks(inMails(), mailsPerCustomer)
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
  const [first = last] = tame
  const inside = [...tame.map(payload => `<div>${payload}</div><p>${behind}</p>`), `<div>${last}</div>`]
  return {
    from: { name: another(first, 11), address: `mallory${customer}@example.com` },
    to: 'support@localhost',
    subject: `${at} ${another(first, 12)}`,
    text: another(first, 13),
    html: `<html><body>${inside.join('\n')}</body></html>`,
    attachments: [
      { filename: `${another(first, 14)}.html`, content: last, contentType: 'text/html' },
      {
        filename: another(first, 15),
        content: `<svg xmlns="http://www.w3.org/2000/svg" onload="top.__ran=1"/>`,
        contentType: 'image/png',
      },
    ],
  }
}

const conversationsSchema = z.object({ items: z.array(z.object({ id: z.string() })) })
const anything = z.looseObject({})

/** Payloads that colleagues wrote: notes, tags, reasons, a draft, macros. Answers the conversation where they stand. */
export async function attackByColleagues({ stack }: RunningConsole, customer: string): Promise<string> {
  const agent = await apiOf(stack, 'agent', 'harriet-sloane')
  const operator = await apiOf(stack, 'operator')
  const { items } = await agent.read(`/v1/customers/${customer}/conversations`, conversationsSchema)
  const [conversation] = items
  if (conversation === undefined) throw new Error('the customer has no conversation')
  const path = `/v1/conversations/${conversation.id}`
  const some = payloads.filter((_, at) => at % 9 === 0)
  for (const text of some) await agent.write('POST', `${path}/note`, { text }, anything)
  await agent.write('POST', `${path}/status`, { status: 'open', reason: some.join(' ').slice(0, 1000) }, anything)
  await agent.write('PUT', `${path}/draft`, { text: payloads.join('\n').slice(0, 20_000) }, anything)
  await writeMacros(operator, some)
  return conversation.id
}

async function writeMacros(operator: Api, some: string[]): Promise<void> {
  for (const [at, text] of some.slice(0, 12).entries()) {
    const plain = text.replaceAll('{{', '{ {')
    const variants = [{ language: 'en', text: plain, subject: plain.replace(/[\r\n\t]/g, ' ') }]
    await operator.write('PUT', `/v1/macros/attack-${at}`, { name: plain.slice(0, 64), variants }, anything)
  }
}

const foundSchema = z.object({ items: z.array(z.object({ id: z.string() })) })

/** The customer of an identifier. */
export async function customerOf({ stack }: RunningConsole, identifier: string): Promise<string> {
  const agent = await apiOf(stack, 'agent', 'harriet-sloane')
  const { items } = await agent.read(`/v1/customers?identifier=${encodeURIComponent(identifier)}`, foundSchema)
  const [found] = items
  if (found === undefined) throw new Error(`nobody is ${identifier}`)
  return found.id
}
