import { day } from '../calendar.ts'
import type { Shown, Truth } from '../event.ts'
import { truthOf } from '../matters/contact.ts'
import type { Matter } from '../matters/matter.ts'
import { messageReaches } from '../matters/reach.ts'
import type { Person } from '../people/person.ts'
import { companyMessage, companyPost } from '../texts/company.ts'
import { customerMessage, customerPost } from '../texts/customer.ts'
import type { Draft } from './draft.ts'
import { accountShown } from './mail.ts'

/**
 * Webhooks of a Facebook Page: https://developers.facebook.com/docs/graph-api/webhooks/reference/page (feed, mention)
 * and …/messenger-platform/reference/webhook-events/messages, message_echoes. `time` of a change is in seconds, of a
 * message in milliseconds. A mention often does not say who wrote it.
 */

const draft = (at: number, entry: object, truth: Truth): Draft => ({
  at,
  door: 'webhook',
  format: 'meta',
  path: '/webhooks/meta',
  contentType: 'application/json',
  bytes: Buffer.from(JSON.stringify({ object: 'page', entry: [entry] })),
  truth,
})

const seconds = (at: number): number => Math.floor(at / 1000)

const idOnPage = (person: Person, page: string): string => person.facebook?.ids[page] ?? ''

const shownOf = ({ person, brand }: Matter, where: 'sender' | 'recipient'): Shown[] => [
  { type: 'facebook', value: `${brand.page.id}:${idOnPage(person, brand.page.id)}`, where, owner: person.id },
]

const authorOf = ({ person, brand }: Matter, by: 'customer' | 'company') =>
  by === 'company'
    ? { id: brand.page.id, name: brand.page.name }
    : { id: idOnPage(person, brand.page.id), name: person.facebook?.name ?? '' }

/** The brand posts once a day; customers comment below the newest post. */
const postOfDay = (matter: Matter, at: number): string => `${matter.brand.page.id}_${72_000_000 + Math.floor(at / day)}`

const change = (matter: Matter, at: number, field: string, value: object) => ({
  id: matter.brand.page.id,
  time: seconds(at),
  changes: [{ field, value }],
})

type Comment = {
  item: 'comment'
  post_id: string
  comment_id: string
  parent_id: string
  from: { id: string; name: string }
}

/** A comment is now and then edited or taken back. */
function afterthoughts(comment: Comment, matter: Matter, at: number, truth: Truth): Draft[] {
  const { random } = matter
  const later = at + random.between(60, 20_000) * 1000
  if (random.chance(0.03)) {
    const words = `${truth.words} (edit)`
    const value = { ...comment, verb: 'edited', created_time: seconds(at), message: words }
    return [draft(later + 1500, change(matter, later, 'feed', value), { ...truth, words, facts: [], change: 'edit' })]
  }
  if (!random.chance(0.03)) return []
  const value = { ...comment, verb: 'remove', created_time: seconds(later) }
  return [draft(later + 1500, change(matter, later, 'feed', value), { ...truth, facts: [], change: 'deletion' })]
}

/** A comment below a post of the page, by a customer, or the page's answer to it. */
export function pageComment(matter: Matter, at: number, by: 'customer' | 'company'): Draft[] {
  const { random } = matter
  const written = by === 'customer' ? customerPost(matter, 'page-comment') : companyPost(matter)
  const words = written.paragraphs.join(' ')
  const known = matter.post?.network === 'page' ? matter.post : undefined
  const postId = known?.root ?? postOfDay(matter, at)
  const id = `${postId.split('_')[1]}_${random.digits(15)}`
  const comment: Comment = {
    item: 'comment',
    post_id: postId,
    comment_id: id,
    parent_id: known?.id ?? postId,
    from: authorOf(matter, by),
  }
  matter.post = { network: 'page', id: known?.id ?? id, root: postId }
  const truth: Truth = {
    ...truthOf(matter, { by, via: 'page-comment', at }),
    words,
    facts: 'facts' in written ? written.facts : [],
    identifiersShown: by === 'customer' ? shownOf(matter, 'sender') : [],
  }
  const value = { ...comment, verb: 'add', created_time: seconds(at), message: words }
  const first = draft(at + random.between(300, 5000), change(matter, at, 'feed', value), truth)
  return [first, ...(by === 'customer' ? afterthoughts(comment, matter, at, truth) : [])]
}

/** A post elsewhere that names the page. */
export function pageMention(matter: Matter, at: number): Draft[] {
  const { random, person, brand } = matter
  const written = customerPost(matter, 'page-mention')
  const words = `${written.paragraphs.join(' ')} @${brand.page.name}`
  const named = random.chance(0.6)
  const psid = idOnPage(person, brand.page.id)
  const value = {
    ...(named && { sender_id: psid, sender_name: person.facebook?.name ?? '' }),
    message: words,
    post_id: `${random.digits(15)}_${random.digits(15)}`,
    created_time: seconds(at),
    item: 'post',
    verb: 'add',
  }
  const truth: Truth = {
    ...truthOf(matter, { by: 'customer', via: 'page-mention', at }),
    words,
    facts: written.facts,
    identifiersShown: named ? shownOf(matter, 'sender') : [],
  }
  return [draft(at + random.between(300, 5000), change(matter, at, 'mention', value), truth)]
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function messaging(matter: Matter, at: number, text: string, by: 'customer' | 'company') {
  const { brand, person, random } = matter
  const [page, customer] = [{ id: brand.page.id }, { id: idOnPage(person, brand.page.id) }]
  const message = { mid: `m_${random.text(54, base64url)}`, text }
  return {
    id: brand.page.id,
    time: at + random.between(100, 900),
    messaging: [
      by === 'customer'
        ? { sender: customer, recipient: page, timestamp: at, message }
        : {
            sender: page,
            recipient: customer,
            timestamp: at,
            message: { ...message, is_echo: true, app_id: 1_517_776_481 },
          },
    ],
  }
}

/** A private message to the page, or the page's own one as an echo. */
export function pageMessage(matter: Matter, at: number, by: 'customer' | 'company'): Draft[] {
  const { person, random, last } = matter
  const truth = truthOf(matter, { by, via: 'page-message', at })
  const arrives = at + random.between(1000, 5000)
  if (by === 'company') {
    const answer = companyMessage(matter, at)
    const words = answer.paragraphs.join(' ')
    const more = answer.promise ? { promise: answer.promise } : {}
    return [
      draft(arrives, messaging(matter, at, words, by), {
        ...truth,
        ...more,
        words,
        identifiersShown: shownOf(matter, 'recipient'),
      }),
    ]
  }
  const written = customerMessage(
    matter,
    'page-message',
    at,
    messageReaches(person, at, last?.by === 'company', random),
  )
  const words = written.paragraphs.join(' ')
  const shown = [...shownOf(matter, 'sender'), ...written.shown, ...accountShown(written.facts, person)]
  return [
    draft(arrives, messaging(matter, at, words, by), {
      ...truth,
      words,
      facts: written.facts,
      identifiersShown: shown,
    }),
  ]
}
