import { openCall } from './call.ts'
import type { Matter } from './matter.ts'
import { add, type Channel, type Scene } from './scene.ts'
import { given, nextUntold, tellFact, tellProblem, tellRemedies } from './telling.ts'
import { told } from './told.ts'
import { joined, say, type Voice } from './voice.ts'
import type { ToldKind } from './wording/book.ts'

/** How somebody writes on a channel: chats and posts are quick, mails mostly are not. */
export function voiceOn(scene: Scene, channel: Channel, entryId: string): Voice {
  const quick = channel === 'direct' || channel === 'mention'
  const { random } = scene
  return { entryId, casual: quick && random.chance(0.35), slips: random.chance(0.4) ? (quick ? 0.06 : 0.025) : 0 }
}

/** The first contact of a matter. */
export function open(scene: Scene, matter: Matter, channel: Channel): void {
  if (channel === 'call') openCall(scene, matter)
  else openInWriting(scene, matter, channel)
}

function openInWriting(scene: Scene, matter: Matter, channel: Exclude<Channel, 'call'>): void {
  const { random } = scene
  const count = random.between(0, { mention: 2, direct: 4, mail: 6 }[channel])
  const kinds = nextUntold(scene, matter, count)
  matter.entryIds.push(
    add(scene, channel, 'inbound', entryId => {
      const voice = voiceOn(scene, channel, entryId)
      return channel === 'mail'
        ? letter(scene, matter, voice, kinds)
        : { text: post(scene, matter, voice, kinds, channel) }
    }),
  )
}

/** Problem, facts and remedies in an order that reads like somebody's own. */
export function account(scene: Scene, matter: Matter, voice: Voice, kinds: readonly ToldKind[]): string[] {
  const { random } = scene
  const problem = tellProblem(scene, voice, matter, kinds)
  const facts = kinds
    .filter(kind => !problem.told.includes(kind))
    .map(kind => tellFact(scene, voice, matter, kind, given(matter, kind)))
  const remedies = random.chance(0.5) ? matter.remedies.splice(0) : []
  const tried = tellRemedies(scene, voice, remedies)
  const aside = random.chance(0.3) ? [say(scene, voice, scene.book.noise, {})] : []
  const middle = random.chance(0.5) ? [...facts, tried, ...aside] : [...aside, tried, ...facts]
  return (random.chance(0.8) ? [problem.text, ...middle] : [...middle, problem.text]).filter(Boolean)
}

function letter(
  scene: Scene,
  matter: Matter,
  voice: Voice,
  kinds: readonly ToldKind[],
): { text: string; subject: string } {
  const { random, book } = scene
  const subject = say(scene, voice, book.topics[matter.topic].subject, {})
  const sentences = account(scene, matter, voice, kinds)
  const wish = random.chance(0.7) ? say(scene, voice, book.topics[matter.topic].wish, {}) : ''
  const body = random.chance(0.5) ? joined(sentences) : sentences.join('\n')
  return {
    subject,
    text: [
      greeting(scene, voice),
      random.chance(0.5) ? joined([body, wish]) : [body, wish].filter(Boolean).join('\n\n'),
      farewell(scene, voice),
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
}

export const greeting = (scene: Scene, voice: Voice): string =>
  scene.random.chance(0.85) ? say(scene, voice, scene.book.greeting, {}) : ''

/** A goodbye with a name, and now and then a number below it: it is the writer's own. */
export function farewell(scene: Scene, voice: Voice): string {
  const { random, book, customer } = scene
  if (random.chance(0.12)) return ''
  const name = { ...told('person', [customer.name], () => customer.name), wanted: false }
  const lines = [say(scene, voice, book.closing, {}), say(scene, voice, ['{person}'], { person: name })]
  const phone = scene.told.find(fact => fact.kind === 'phone' && fact.holder === 'customer' && !fact.stale)
  if (phone !== undefined && random.chance(0.3)) lines.push(say(scene, voice, book.signature.phone, { phone }))
  return lines.filter(Boolean).join('\n')
}

function post(scene: Scene, matter: Matter, voice: Voice, kinds: readonly ToldKind[], channel: Channel): string {
  const { random, book, company } = scene
  const handle = channel === 'mention' ? `@${company.mention.handle ?? ''} ` : ''
  const hello = random.chance(0.4) ? `${say(scene, voice, book.greeting, {})} ` : ''
  const wish = random.chance(0.4) ? say(scene, voice, book.topics[matter.topic].wish, {}) : ''
  return `${handle}${hello}${joined([...account(scene, matter, voice, kinds), wish])}`
}
