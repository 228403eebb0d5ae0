import { iso } from '../calendar.ts'
import type { Truth } from '../event.ts'
import { truthOf } from '../matters/contact.ts'
import type { Matter } from '../matters/matter.ts'
import { fullName } from '../people/person.ts'
import { type Call, callShown, placeCall } from './call.ts'
import type { Draft } from './draft.ts'

/**
 * Rows of Asterisk's Master.csv: cdr_csv.c writes accountcode, src, dst, dcontext, clid, channel, dstchannel, lastapp,
 * lastdata, start, answer, end, duration, billsec, disposition, amaflags, and with `loguniqueid` and `loguserfield`
 * the uniqueid and userfield. Texts are quoted, numbers and a missing time are not. Times here are UTC (`usegmttime`).
 */

const text = (value: string): string => `"${value.replaceAll('"', '""')}"`
const time = (at: number): string => text(iso(at).slice(0, 19).replace('T', ' '))

/** A number as a British exchange shows it: national, or with 00 from abroad. */
const shownNumber = (e164: string): string => (e164.startsWith('+44') ? `0${e164.slice(3)}` : `00${e164.slice(1)}`)

type Leg = { start: number; answer?: number; end: number; extension: number; disposition: string; lastapp: string }

function legsOf(call: Call, at: number, matter: Matter): Leg[] {
  const { random } = matter
  const extension = random.between(201, 219)
  const rung = at + call.ringing * 1000
  const tried: Leg = { start: at, end: rung, extension, disposition: 'NO ANSWER', lastapp: 'Queue' }
  if (call.outcome === 'no-answer') return [tried]
  if (call.outcome === 'busy') return [{ ...tried, disposition: 'BUSY', lastapp: 'Dial' }]
  const answered = { extension, disposition: 'ANSWERED', lastapp: 'Queue' }
  if (random.chance(0.85)) return [{ ...answered, start: at, answer: rung, end: rung + call.talking * 1000 }]
  const second = rung + 5000
  return [
    tried,
    { ...answered, extension: extension + 1, start: rung, answer: second, end: second + call.talking * 1000 },
  ]
}

function row(leg: Leg, src: string, clid: string, matter: Matter, uniqueid: string): string {
  const { brand, random } = matter
  const seconds = (from: number, to: number): string => `${Math.round((to - from) / 1000)}`
  return [
    text(''),
    text(src),
    text(shownNumber(brand.pbx)),
    text('from-trunk'),
    text(clid),
    text(`PJSIP/trunk-${random.hex(8)}`),
    text(leg.disposition === 'BUSY' ? '' : `PJSIP/${leg.extension}-${random.hex(8)}`),
    text(leg.lastapp),
    text(`${brand.id},t,,,60`),
    time(leg.start),
    leg.answer === undefined ? '' : time(leg.answer),
    time(leg.end),
    seconds(leg.start, leg.end),
    leg.answer === undefined ? '0' : seconds(leg.answer, leg.end),
    text(leg.disposition),
    text('DOCUMENTATION'),
    text(uniqueid),
    text(''),
  ].join(',')
}

function callerOf(call: Call, matter: Matter): { src: string; clid: string } {
  const { person, random } = matter
  if (call.withheld || !call.line) return { src: 'anonymous', clid: '"Anonymous" <anonymous>' }
  const src = shownNumber(call.line.phone.e164)
  return { src, clid: random.chance(0.3) ? `"${fullName(person)}" <${src}>` : `"${src}" <${src}>` }
}

/** A call to the brand's old exchange: one row, or two when the first desk did not pick up. They come with the day's file. */
export function exchangeCall(matter: Matter, at: number): { drafts: Draft[]; connected: boolean } {
  const call = placeCall(matter, at, 'customer')
  const { src, clid } = callerOf(call, matter)
  const uniqueid = `${Math.floor(at / 1000)}.${matter.index}${matter.done}`
  const base: Truth = {
    ...truthOf(matter, { by: 'customer', via: 'pbx-call', at }),
    identifiersShown: callShown(call, matter, 'customer'),
  }
  const legs = legsOf(call, at, matter)
  const drafts = legs.map(
    (leg, order): Draft => ({
      at: leg.end,
      door: 'file',
      format: 'asterisk-cdr',
      contentType: 'text/csv',
      bytes: Buffer.from(`${row(leg, src, clid, matter, uniqueid)}\n`),
      truth: { ...base, part: `leg ${order + 1}`, spoken: order === legs.length - 1 ? call.spoken : [] },
      batch: 'day',
    }),
  )
  return { drafts, connected: call.outcome === 'answered' }
}
