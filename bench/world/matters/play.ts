import { exchangeCall } from '../payloads/asterisk.ts'
import { awayMail, bounceMail } from '../payloads/automatic-mail.ts'
import type { Draft } from '../payloads/draft.ts'
import { feedContact } from '../payloads/feed.ts'
import { companyMail, customerMail } from '../payloads/mail.ts'
import { pageComment, pageMention, pageMessage } from '../payloads/meta.ts'
import { signOfLife } from '../payloads/signs.ts'
import { twilioCall } from '../payloads/twilio.ts'
import { xDirect, xPost } from '../payloads/x.ts'
import { linesAt, type Person, type Stranger } from '../people/person.ts'
import type { Step } from './journey.ts'
import type { Matter } from './matter.ts'

/** Who else there is when somebody turns to the company: people close to them, people who are no customers. */
export type Around = { near: (person: Person) => readonly Person[]; stranger: (matter: Matter) => Stranger }

type Played = { drafts: Draft[]; connected: boolean }

/** Whom nobody can call is written to. */
const possible = ({ by, via }: Step, matter: Matter, at: number): Step['via'] =>
  by === 'company' && via === 'call' && linesAt(matter.person, at).length === 0 ? 'mail' : via

function payloadsOf(matter: Matter, { by, via }: Omit<Step, 'delay'>, at: number, around: Around): Played {
  const written = (drafts: Draft[]): Played => ({ drafts, connected: true })
  switch (via) {
    case 'mail':
      return written([by === 'company' ? companyMail(matter, at) : letter(matter, at, around)])
    case 'call':
      return twilioCall(matter, at, by, around.stranger(matter))
    case 'pbx-call':
      return exchangeCall(matter, at)
    case 'x-mention':
      return written(xPost(matter, at, by))
    case 'x-direct':
      return written(xDirect(matter, at, by))
    case 'page-comment':
      return written(pageComment(matter, at, by))
    case 'page-mention':
      return written(pageMention(matter, at))
    case 'page-message':
      return written(pageMessage(matter, at, by))
    case 'feed':
      return written(feedContact(matter, at))
    default:
      return via satisfies never
  }
}

const letter = (matter: Matter, at: number, { near, stranger }: Around): Draft =>
  customerMail(matter, at, near(matter.person), stranger(matter))

/** What machines add: an out-of-office answer or a bounce to a mail of the company, signs of life beside a message. */
function additions(matter: Matter, at: number): Draft[] {
  const { random, last } = matter
  if (last?.by === 'company' && last.via === 'mail') {
    const extra = random.chance(0.03)
      ? awayMail(matter, at + 4000)
      : random.chance(0.015)
        ? bounceMail(matter, at + 9000)
        : undefined
    return extra?.truth ? [{ ...extra, truth: { ...extra.truth, contact: `${extra.truth.contact}-auto` } }] : []
  }
  const sign = random.chance(0.25) ? signOfLife(matter, at + random.between(2000, 90_000)) : undefined
  return sign ? [sign] : []
}

/** An answer that comes soothes, but every further round wears people out. */
function moodAfter({ mood, topic, done, random }: Matter, by: Step['by'], connected: boolean): number {
  if (topic === 'praise') return 0
  if (by === 'company') return Math.max(1, mood - (random.chance(0.35) ? 1 : 0))
  const worse = !connected || done > 1 ? 0.4 : 0.15
  return Math.min(4, mood + (random.chance(worse) ? 1 : 0))
}

/** Plays one step of a matter: its payloads, and what the matter is like from then on. */
export function play(matter: Matter, step: Step, at: number, around: Around): Draft[] {
  const via = possible(step, matter, at)
  const { drafts, connected } = payloadsOf(matter, { by: step.by, via }, at, around)
  const over = drafts.reduce(
    (latest, { at: arrives, truth }) => (truth?.change ? latest : Math.max(latest, arrives)),
    at,
  )
  if (step.by === 'customer' && connected) delete matter.asked
  matter.mood = moodAfter(matter, step.by, connected)
  matter.last = { by: step.by, via, at: over, connected }
  const more = additions(matter, over)
  matter.done++
  return [...drafts, ...more]
}
