import type { Agent } from '../people/agent.ts'
import type { Sent } from '../reply/sender.ts'
import { daysCovered } from './occurrence.ts'
import { type RenderedDigest, withLinks } from './page.ts'
import { afterTry, type Ended, skipped, started } from './states.ts'
import type { Subscription, SubscriptionStore } from './subscription.ts'
import { wordsOf } from './words/words.ts'

/** A mail as it is asked to be sent; `unsubscribe` is the address that ends it, by one POST (RFC 8058). */
export type DigestMail = RenderedDigest & {
  id: string
  due: string
  to: { address: string; name: string }
  unsubscribe: string
}

export type SendDigestDeps = {
  subscriptions: Pick<SubscriptionStore, 'list' | 'change'>
  person: (id: string) => Promise<Agent | undefined>
  /** What is mailed of the days before `due`; undefined: there is no such view for this person any more. */
  compose: (one: Subscription, due: string, days: number, address: string) => Promise<RenderedDigest | undefined>
  linkTo: (link: { id: string; validUntil: string }) => Promise<string>
  /** Never throws for what the provider answers. */
  send: (mail: DigestMail) => Promise<Sent>
  now: () => string
  /** Whether there is time to begin another one. */
  timeLeft: () => boolean
  /** Says that one failed, and is tried again. */
  failed: (error: unknown) => void
}

/** Thrown at the end of a run in which something was not sent for good, or may not have been: somebody is to look. */
export class DigestsNotSent extends Error {
  override name = 'DigestsNotSent'
}

const page = 200

/**
 * Sends what is due, each at most once: before the provider is asked, the subscription says so, and whoever finds that it
 * was said and not ended does not send again. Answers how many were sent. Throws `DigestsNotSent` after all the others
 * had their turn.
 */
export async function sendDigests(deps: SendDigestDeps): Promise<number> {
  const ended: (Ended | 'failed')[] = []
  for await (const one of dueNow(deps)) if (deps.timeLeft()) ended.push(await sendSafely(deps, one))
  const lost = ended.filter(end => end === 'given-up' || end === 'unclear' || end === 'failed').length
  if (lost > 0) throw new DigestsNotSent(`${lost} digests failed, were given up, or may not have been sent`)
  return ended.filter(end => end === 'sent').length
}

async function* dueNow({ subscriptions, now }: SendDigestDeps): AsyncGenerator<Subscription> {
  let after: string | undefined
  for (;;) {
    const found = await subscriptions.list(page, after)
    for (const one of found) if (one.nextAt !== undefined && one.nextAt <= now()) yield one
    if (found.length < page) return
    after = found.at(-1)?.id
  }
}

/** Whatever fails with one, the others have their turn. */
const sendSafely = (deps: SendDigestDeps, one: Subscription): Promise<Ended | 'failed'> =>
  sendOne(deps, one).catch(error => {
    deps.failed(error)
    return 'failed'
  })

async function sendOne(deps: SendDigestDeps, one: Subscription): Promise<Ended> {
  const { change } = deps.subscriptions
  /** Only of what it was when it was found: whoever came first decides. */
  const become = (next: Subscription | 'remove') =>
    change(one.id, known => (known?.version === one.version ? next : undefined))
  const claim = started(one, deps.now())
  if (claim === undefined) return 'left'
  if (claim.trying === undefined) return (await become(claim)) === undefined ? 'left' : 'unclear'
  const { due } = claim.trying
  const to = await addressOf(deps, one)
  const mail = to && (await composed(deps, one, due, to))
  if (mail === undefined || mail === 'gone') {
    await become(mail === undefined ? skipped(one, due, deps.now()) : 'remove')
    return 'left'
  }
  if ((await become(claim)) === undefined) return 'left'
  const sent = 'outcome' in mail ? mail : await deps.send(mail)
  const settled = await change(one.id, known => known && afterTry(known, sent, deps.now()))
  return settled?.last?.due === due ? settled.last.outcome : 'left'
}

/** Where it goes: to nobody who left, or whose address is not known. */
async function addressOf({ person }: SendDigestDeps, one: Subscription): Promise<DigestMail['to'] | undefined> {
  const agent = await person(one.person)
  return agent?.active && agent.email !== undefined ? { address: agent.email, name: agent.name } : undefined
}

/** An unsubscribe works for so long: a mail is rarely read later. */
const linkDays = 90

/** The mail, or why it is tried again: whatever fails before the provider is asked, nothing was sent. */
async function composed(
  deps: SendDigestDeps,
  one: Subscription,
  due: string,
  to: DigestMail['to'],
): Promise<DigestMail | 'gone' | Sent> {
  try {
    const rendered = await deps.compose(one, due, daysCovered(one, due), to.address)
    if (rendered === undefined) return 'gone'
    const validUntil = new Date(Date.parse(deps.now()) + linkDays * 86_400_000).toISOString()
    const unsubscribe = await deps.linkTo({ id: one.id, validUntil })
    const said = withLinks(rendered, [{ url: unsubscribe, words: wordsOf(one.language).unsubscribe }])
    return { ...said, id: one.id, due, to, unsubscribe }
  } catch (error) {
    deps.failed(error)
    return { outcome: 'later', code: 'not-ready', advice: 'The digest could not be put together.' }
  }
}
