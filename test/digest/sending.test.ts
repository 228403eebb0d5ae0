import * as fc from 'fast-check'
import PostalMime from 'postal-mime'
import { beforeEach, expect, test } from 'vitest'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { savedReportStore } from '../../adapters/dynamodb/saved-report-store.ts'
import { subscriptionStore } from '../../adapters/dynamodb/subscription-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { compose as composeMail } from '../../adapters/providers/mail/compose.ts'
import { cellReports, computedReports } from '../../core/catalogue/catalogue.ts'
import { composer } from '../../core/digest/compose.ts'
import { letterOfDigest } from '../../core/digest/letter.ts'
import { type DigestMail, DigestsNotSent, type SendDigestDeps, sendDigests } from '../../core/digest/send-due.ts'
import { resume, scheduleView, stop, subscribe } from '../../core/digest/subscribe.ts'
import { subscriptionId } from '../../core/digest/subscription.ts'
import { figuresDe, ofDe, reportsDe } from '../../core/digest/words/figures-de.ts'
import { type Agent, agentSchema } from '../../core/people/agent.ts'
import type { Sent } from '../../core/reply/sender.ts'
import type { Atom } from '../../core/report/cells.ts'
import { daysLater } from '../../core/report/zone.ts'
import { kept } from '../catalogue/kept.ts'

const taken: Sent = { outcome: 'sent', providerId: 'one' }
const later: Sent = { outcome: 'later', code: 'rate-limit', advice: 'wait' }

const agent = (id: string, more: object = {}): Agent =>
  agentSchema.parse({
    ...{ v: 1, id, name: id, email: `${id}@example.com`, teams: [], skills: [], languages: [], capacity: 1 },
    ...{ availability: 'offline', active: true, ...more },
  })

/** Two weeks of which the second was better. */
const atoms: Atom[] = Array.from({ length: 14 }, (_, n) => daysLater('2026-03-02', n)).map(day => ({
  ...{ hour: `${day}T09`, day, dims: { department: 'service', team: 'blue' } },
  counts:
    day < '2026-03-09'
      ? { inbound: 100, firstKept: 60, firstMissed: 40 }
      : { inbound: 100, firstKept: 80, firstMissed: 20 },
}))
const monday = '2026-03-16T08:00:00.000Z'
const weekly = { every: 'week' as const, hour: 8, zone: 'Etc/UTC', language: 'en' as const }
const service = { kind: 'department' as const, department: 'service' }

async function company(table: Table = memoryTable()) {
  const store = await kept(atoms)
  const catalogue = {
    ...{ campaigns: campaignStore(table), listening: listeningStore(table) },
    currentReports: async () => ({ store, zone: 'Etc/UTC' }),
  }
  const subscriptions = subscriptionStore(table)
  const savedReports = savedReportStore(table)
  const agents = new Map([agent('anna'), agent('ben')].map(one => [one.id, one]))
  const mails: DigestMail[] = []
  const state = { now: '2026-03-13T12:00:00.000Z', answers: [] as Sent[] }
  const deps = (): SendDigestDeps => ({
    subscriptions,
    person: async id => agents.get(id),
    compose: composer({ catalogue, savedReports }),
    linkTo: async ({ id }) => `https://throughline.example/unsubscribe/${id}`,
    send: async mail => {
      mails.push(mail)
      return state.answers.shift() ?? taken
    },
    now: () => state.now,
    timeLeft: () => true,
    failed: () => undefined,
  })
  const wait = (minutes: number) => {
    state.now = new Date(Date.parse(state.now) + minutes * 60_000).toISOString()
  }
  return { subscriptions, savedReports, agents, mails, state, deps, wait, run: () => sendDigests(deps()) }
}

let shop: Awaited<ReturnType<typeof company>>
beforeEach(async () => {
  shop = await company()
  await subscribe(shop.subscriptions, 'anna', service, weekly, shop.state.now)
})
const annas = subscriptionId('anna', service)

test('what is due is sent once, however often the clock calls, and again a week later', async () => {
  expect(await shop.run()).toBe(0)
  shop.state.now = monday
  expect(await Promise.all([shop.run(), shop.run(), shop.run()])).toContain(1)
  expect(await shop.run()).toBe(0)
  expect(shop.mails).toHaveLength(1)
  expect(shop.mails[0]).toMatchObject({
    to: { address: 'anna@example.com' },
    subject: 'service, 2026-03-09 to 2026-03-15: 1 change',
    text: expect.stringContaining('[better] First response in time: 80.0 %, was 60.0 %'),
  })
  await subscribe(shop.subscriptions, 'anna', service, { ...weekly, hour: 10 }, shop.state.now)
  shop.wait(7 * 24 * 60 - 1)
  expect(await shop.run()).toBe(0)
  shop.wait(121)
  expect(await shop.run()).toBe(1)
})

test('the mail says how to end it, in the way that mail programs do by themselves', async () => {
  shop.state.now = monday
  await shop.run()
  const [mail] = shop.mails
  if (mail === undefined) throw new Error('nothing was sent')
  const bytes = await composeMail(letterOfDigest(mail, { address: 'throughline@example.com' }, monday), [])
  const { headers, text, html } = await PostalMime.parse(bytes)
  const field = (name: string) => headers.find(({ key }) => key === name)?.value
  expect(field('list-unsubscribe')).toBe(`<https://throughline.example/unsubscribe/${annas}>`)
  expect(field('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(field('auto-submitted')).toBe('auto-generated')
  for (const form of [text, html]) expect(form).toContain(`https://throughline.example/unsubscribe/${annas}`)
})

test('what SES does not take is tried again with growing pauses, then given up and told', async () => {
  shop.state.now = monday
  shop.state.answers = [later, later]
  for (const minutes of [0, 14, 1, 29, 1]) {
    shop.wait(minutes)
    await shop.run()
  }
  expect(shop.mails).toHaveLength(3)
  expect(await shop.subscriptions.read(annas)).toMatchObject({
    nextAt: '2026-03-23T08:00:00.000Z',
    last: { due: monday, outcome: 'sent' },
  })
  shop.state.now = '2026-03-23T08:00:00.000Z'
  shop.state.answers = Array.from({ length: 6 }, () => later)
  const ends: unknown[] = []
  for (let hour = 0; hour < 12; hour++) {
    ends.push(await shop.run().catch(error => error.name))
    shop.wait(60)
  }
  expect(ends.filter(end => end === DigestsNotSent.name)).toHaveLength(1)
  expect(await shop.subscriptions.read(annas)).toMatchObject({ last: { outcome: 'given-up', why: 'rate-limit' } })
})

test('nothing goes to whoever left, or has no address, and others are not held up by it', async () => {
  await subscribe(shop.subscriptions, 'ben', { kind: 'department' }, weekly, shop.state.now)
  shop.agents.set('anna', agent('anna', { active: false }))
  shop.state.now = monday
  expect(await shop.run()).toBe(1)
  expect(shop.mails.map(({ to }) => to.address)).toEqual(['ben@example.com'])
  expect(await shop.subscriptions.read(annas)).toMatchObject({ last: { outcome: 'skipped', why: 'no-address' } })
})

test('stopped, nothing comes until it is wanted again', async () => {
  await stop(shop.subscriptions, annas, shop.state.now)
  shop.state.now = monday
  expect(await shop.run()).toBe(0)
  await resume(shop.subscriptions, annas, shop.state.now)
  expect(await shop.subscriptions.read(annas)).toMatchObject({ nextAt: '2026-03-23T08:00:00.000Z' })
})

test('a view goes to whom its keeper names, in their language, while it is kept', async () => {
  const saved = {
    ...{
      v: 1 as const,
      id: 'mine',
      owner: 'anna',
      ownerName: 'Anna',
      shared: false,
      name: 'Ziele <b>',
      savedAt: monday,
    },
    ...{ report: 'service-level', query: { by: 'team' as const, days: 7, figure: 'first-kept' } },
    schedule: { every: 'day' as const, hour: 7, language: 'de' as const, to: ['BEN@example.com'] },
  }
  await shop.savedReports.write(saved)
  await scheduleView(shop.subscriptions, saved, [...shop.agents.values()], 'Etc/UTC', '2026-03-15T12:00:00.000Z')
  await stop(shop.subscriptions, annas, shop.state.now)
  shop.state.now = '2026-03-16T07:00:00.000Z'
  expect(await shop.run()).toBe(1)
  const [mail] = shop.mails
  expect(mail?.subject).toBe('Ziele <b>, 2026-03-09 bis 2026-03-15: 1 Veränderung')
  expect(mail?.text).toContain('[besser] blue: Erste Antwort rechtzeitig: 80,0 %, zuvor 60,0 % (700 Ziele).')
  expect(mail?.html).toContain('Ziele &lt;b&gt;')
  await shop.savedReports.remove('anna', 'mine')
  shop.wait(24 * 60)
  expect(await shop.run()).toBe(0)
  expect(await shop.subscriptions.ofPerson('ben')).toEqual([])
})

/** Where a run is cut short: before or after a write, and after the mail went out. */
type Cut = 'before' | 'after' | 'never'
class CutShort extends Error {}

test('whatever is cut short, and however often it runs, nothing is sent twice', async () => {
  const cuts = fc.array(fc.array(fc.constantFrom<Cut>('before', 'after', 'never', 'never'), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(cuts, fc.boolean(), async (runs, twice) => {
      const faults: Cut[] = []
      const memory = memoryTable()
      const table: Table = {
        ...memory,
        put: async (item, when) => {
          const cut = faults.shift()
          if (cut === 'before') throw new CutShort()
          const put = await memory.put(item, when)
          if (cut === 'after') throw new CutShort()
          return put
        },
      }
      const other = await company(table)
      await subscribe(other.subscriptions, 'anna', service, weekly, other.state.now)
      other.state.now = monday
      for (const cut of runs) {
        faults.splice(0, faults.length, ...cut)
        await Promise.allSettled(twice ? [other.run(), other.run()] : [other.run()])
        other.wait(15)
      }
      faults.length = 0
      await other.run().catch(() => undefined)
      expect(other.mails.length).toBeLessThanOrEqual(1)
      const after = await other.subscriptions.read(annas)
      expect(after).toMatchObject({ nextAt: '2026-03-23T08:00:00.000Z', last: { due: monday } })
      if (after?.last?.outcome === 'sent') expect(other.mails).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})

test('every report, figure and what it counts has its German', () => {
  const reports = [...cellReports, ...computedReports]
  const figures = reports.flatMap(report => report.figures.map(({ id, of }) => ({ id, of })))
  expect(reports.filter(({ name }) => !(name in reportsDe)).map(({ name }) => name)).toEqual([])
  expect(figures.filter(({ id }) => !(id in figuresDe)).map(({ id }) => id)).toEqual([])
  expect(figures.filter(({ of }) => !(of in ofDe)).map(({ of }) => of)).toEqual([])
})
