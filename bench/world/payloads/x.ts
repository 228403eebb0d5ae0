import { xDate } from '../calendar.ts'
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
 * Account Activity payloads of X: https://docs.x.com/x-api/enterprise-gnip-2.0/fundamentals/account-activity (data
 * objects) and …/edit-tweets (edit_history, edit_controls). Ids are 64-bit numbers beside their `id_str`, beyond what
 * a JavaScript number holds exactly, as they are in real payloads.
 */

type Account = { id: string; name: string; handle: string; brand: boolean }

const epoch = 1_288_834_974_657n

/** A snowflake id: 41 bits of time, 22 of machine and sequence (https://docs.x.com/fundamentals/x-ids). */
const snowflake = (at: number, matter: Matter): string =>
  `${((BigInt(Math.floor(at)) - epoch) << 22n) | BigInt((matter.index * 31 + matter.random.below(31)) % 4_194_304)}`

/** JSON has no trouble with 64-bit numbers, JSON.stringify has: they are marked and set free afterwards. */
const bare = (digits: string): string => `#${digits}#`
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value).replaceAll(/"#(\d+)#"/g, '$1'))

const customerAccount = (person: Person): Account => ({
  id: person.x?.id ?? '',
  name: person.x?.name ?? person.given,
  handle: person.x?.handle ?? '',
  brand: false,
})
const brandAccount = ({ brand }: Matter): Account => ({
  id: brand.x.id,
  name: brand.name,
  handle: brand.x.handle,
  brand: true,
})

const profile = ({ name, handle, brand }: Account) => ({
  name,
  screen_name: handle,
  location: '',
  url: brand ? `https://www.${handle.toLowerCase()}.example` : null,
  description: brand ? 'Here to help.' : '',
  protected: false,
  verified: brand,
  followers_count: brand ? 48_210 : 87,
  friends_count: 112,
  statuses_count: 431,
})

const user = (account: Account) => ({
  id: bare(account.id),
  id_str: account.id,
  ...profile(account),
  translator_type: 'none',
  listed_count: 0,
  favourites_count: 12,
  created_at: 'Tue Mar 03 10:00:00 +0000 2020',
  geo_enabled: false,
  lang: null,
  default_profile: true,
  default_profile_image: !account.brand,
})

const mentioned = (text: string, account: Account) => {
  const start = text.indexOf(`@${account.handle}`)
  const indices = [start, start + account.handle.length + 1]
  return start < 0
    ? []
    : [{ screen_name: account.handle, name: account.name, id: bare(account.id), id_str: account.id, indices }]
}

type Post = { id: string; at: number; text: string; author: Account; other: Account; replyTo?: string; edits: string[] }

const entities = (text: string, other: Account) => ({
  hashtags: [],
  symbols: [],
  urls: [],
  user_mentions: mentioned(text, other),
})

function textFields({ text, other }: Post) {
  const short = text.length <= 280
  const shown = short ? text : `${text.slice(0, 278)}…`
  return {
    text: shown,
    truncated: !short,
    entities: entities(shown, other),
    ...(!short && {
      extended_tweet: { full_text: text, display_text_range: [0, text.length], entities: entities(text, other) },
    }),
  }
}

const tweet = (post: Post, language: string) => ({
  created_at: xDate(post.at),
  id: bare(post.id),
  id_str: post.id,
  ...textFields(post),
  source: '<a href="https://example.com" rel="nofollow">Web App</a>',
  in_reply_to_status_id: post.replyTo ? bare(post.replyTo) : null,
  in_reply_to_status_id_str: post.replyTo ?? null,
  in_reply_to_user_id: bare(post.other.id),
  in_reply_to_user_id_str: post.other.id,
  in_reply_to_screen_name: post.other.handle,
  user: user(post.author),
  geo: null,
  coordinates: null,
  place: null,
  contributors: null,
  is_quote_status: false,
  quote_count: 0,
  reply_count: 0,
  retweet_count: 0,
  favorite_count: 0,
  favorited: false,
  retweeted: false,
  filter_level: 'low',
  lang: language,
  timestamp_ms: `${post.at}`,
  edit_history: { initial_tweet_id: post.edits[0], edit_tweet_ids: post.edits },
  edit_controls: { editable_until_ms: post.at + 1_800_000, edits_remaining: 6 - post.edits.length },
  editable: post.replyTo === undefined,
})

const draft = (at: number, payload: unknown, truth: Truth): Draft => ({
  at,
  door: 'webhook',
  format: 'x',
  path: '/webhooks/x',
  contentType: 'application/json',
  bytes: json(payload),
  truth,
})

const created = (post: Post, matter: Matter, truth: Truth): Draft =>
  draft(
    post.at + matter.random.between(200, 5000),
    {
      for_user_id: matter.brand.x.id,
      user_has_blocked: false,
      tweet_create_events: [tweet(post, matter.person.language)],
    },
    truth,
  )

const deleted = (post: Post, at: number, truth: Truth, matter: Matter): Draft =>
  draft(
    at,
    {
      for_user_id: matter.brand.x.id,
      tweet_delete_events: [{ status: { id: post.id, user_id: post.author.id }, timestamp_ms: `${at}` }],
    },
    truth,
  )

const shownOf = (person: Person, where: 'sender' | 'recipient'): Shown[] =>
  person.x ? [{ type: 'x', value: person.x.id, where, owner: person.id }] : []

/** Some posts are edited within half an hour, which makes a new id, and some are deleted. */
function afterthoughts(post: Post, matter: Matter, truth: Truth): Draft[] {
  const { random } = matter
  if (post.replyTo === undefined && random.chance(0.04)) {
    const at = post.at + random.between(60, 1700) * 1000
    const id = snowflake(at, matter)
    const words = `${truth.words} (edit)`
    const edited: Post = { ...post, id, at, text: `${post.text} (edit)`, edits: [...post.edits, id] }
    return [created(edited, matter, { ...truth, words, facts: [], change: 'edit' })]
  }
  if (!random.chance(0.03)) return []
  return [
    deleted(post, post.at + random.between(60, 20_000) * 1000, { ...truth, facts: [], change: 'deletion' }, matter),
  ]
}

/** A public mention or reply, of the brand by a customer or the other way round. */
export function xPost(matter: Matter, at: number, by: 'customer' | 'company'): Draft[] {
  const { person } = matter
  const written = by === 'customer' ? customerPost(matter, 'x-mention') : companyPost(matter)
  const words = written.paragraphs.join(' ')
  const [author, other] =
    by === 'customer'
      ? [customerAccount(person), brandAccount(matter)]
      : [brandAccount(matter), customerAccount(person)]
  const id = snowflake(at, matter)
  const replyTo = matter.post?.network === 'x' ? matter.post.id : undefined
  const post: Post = {
    id,
    at,
    text: `@${other.handle} ${words}`,
    author,
    other,
    ...(replyTo && { replyTo }),
    edits: [id],
  }
  matter.post = { network: 'x', id, root: id }
  const truth: Truth = {
    ...truthOf(matter, { by, via: 'x-mention', at }),
    ...(by === 'company' && { kind: 'comment' as const }),
    words,
    facts: 'facts' in written ? written.facts : [],
    identifiersShown: shownOf(person, by === 'customer' ? 'sender' : 'recipient'),
  }
  return [created(post, matter, truth), ...(by === 'customer' ? afterthoughts(post, matter, truth) : [])]
}

function directMessage(matter: Matter, at: number, text: string, by: 'customer' | 'company') {
  const [brand, customer] = [brandAccount(matter), customerAccount(matter.person)]
  const [sender, target] = by === 'customer' ? [customer, brand] : [brand, customer]
  const users = [sender, target].map(account => {
    const image = `https://images.example/${account.handle}.png`
    const fields = { id: account.id, created_timestamp: '1583229600000', ...profile(account), profile_image_url: image }
    return [account.id, { ...fields, profile_image_url_https: image }]
  })
  return {
    for_user_id: matter.brand.x.id,
    direct_message_events: [
      {
        type: 'message_create',
        id: snowflake(at, matter),
        created_timestamp: `${at}`,
        message_create: {
          target: { recipient_id: target.id },
          sender_id: sender.id,
          ...(by === 'company' && { source_app_id: '3033300' }),
          message_data: { text, entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } },
        },
      },
    ],
    ...(by === 'company' && { apps: { '3033300': { id: '3033300', name: 'Web App', url: 'https://example.com' } } }),
    users: Object.fromEntries(users),
  }
}

/** A direct message; the customer's often names the address to find them by. */
export function xDirect(matter: Matter, at: number, by: 'customer' | 'company'): Draft[] {
  const { person, random, last } = matter
  const truth = truthOf(matter, { by, via: 'x-direct', at })
  const arrives = at + random.between(200, 4000)
  if (by === 'company') {
    const answer = companyMessage(matter, at)
    const words = answer.paragraphs.join(' ')
    const shown = shownOf(person, 'recipient')
    return [
      draft(arrives, directMessage(matter, at, words, by), {
        ...truth,
        words,
        identifiersShown: shown,
        ...(answer.promise && { promise: answer.promise }),
      }),
    ]
  }
  const reaches = messageReaches(person, at, last?.by === 'company', random)
  const written = customerMessage(matter, 'x-direct', at, reaches)
  const words = written.paragraphs.join(' ')
  const shown = [...shownOf(person, 'sender'), ...written.shown, ...accountShown(written.facts, person)]
  return [
    draft(arrives, directMessage(matter, at, words, by), {
      ...truth,
      words,
      facts: written.facts,
      identifiersShown: shown,
    }),
  ]
}
