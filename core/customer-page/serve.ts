import { type ConfirmDeps, confirm } from '../confirm/confirm.ts'
import type { ConsentStore } from '../consent/store.ts'
import { stop } from '../digest/subscribe.ts'
import type { SubscriptionStore } from '../digest/subscription.ts'
import { pageLanguage } from '../question/languages.ts'
import { type LinkKeys, type Purpose, readLink } from '../signed-link/signed-link.ts'
import { type AnswerDeps, answerSurvey } from '../survey/answer.ts'
import { stopAsking } from '../survey/stop-asking.ts'
import { longestComment, type Survey, scales } from '../survey/survey.ts'
import { confirmPage } from './confirm-page.ts'
import { type NoticeName, noticePage } from './notice-page.ts'
import type { Page } from './page.ts'
import { surveyPage } from './survey-page.ts'
import { unsubscribePage } from './unsubscribe-page.ts'

export type CustomerPageDeps = AnswerDeps &
  ConfirmDeps & {
    consents: Pick<ConsentStore, 'change'>
    subscriptions: Pick<SubscriptionStore, 'change'>
    linkKeys: () => Promise<LinkKeys>
    /** What customers know the company as, for a brand; undefined where nobody said. */
    companyName: (brand: string) => Promise<string | undefined>
  }

/** `language` is what the browser prefers; `body` that of a form. */
export type PageRequest = {
  method: string
  path: string
  language: string | undefined
  body: () => URLSearchParams | 'too-large'
}

const paths: Record<string, Purpose> = { survey: 'survey', confirm: 'confirmation', unsubscribe: 'unsubscribe' }

/**
 * The pages behind the links that customers get, and colleagues in mails about reports. Reading one changes nothing, however often scanners of mails follow
 * it; only what is sent from it counts. What a link is wrong about is said before anything is read.
 */
export async function servePage(deps: CustomerPageDeps, request: PageRequest): Promise<Page> {
  const notice = (name: NoticeName): Page => noticePage(name, pageLanguage(request.language))
  const [, place = '', token = '', ...rest] = request.path.split('/')
  const purpose = paths[place]
  if (purpose === undefined || rest.length > 0) return notice('forged')
  if (request.method !== 'GET' && request.method !== 'POST') return notice('wrong-method')
  const read = readLink(await deps.linkKeys(), purpose, token, new Date(deps.now()))
  if (read.outcome === 'expired') return notice('expired')
  if (read.outcome !== 'valid') return notice('forged')
  const page = await pages[purpose](deps, request, read.link.id)
  return page ?? notice('forged')
}

type Serve = (deps: CustomerPageDeps, request: PageRequest, id: string) => Promise<Page | undefined>

const pages: Record<Purpose, Serve> = { survey, confirmation, unsubscribe }

async function survey(deps: CustomerPageDeps, request: PageRequest, id: string): Promise<Page | undefined> {
  const known = await deps.surveys.read(id)
  if (known === undefined) return undefined
  const language = pageLanguage(known.language)
  const company = await deps.companyName(known.brand)
  if (request.method === 'GET') return surveyPage({ kind: known.kind, language, company })
  const body = request.body()
  if (body === 'too-large') return noticePage('too-large', language)
  const [given, stops] = [readForm(known, body), body.has('stop')]
  if (given === undefined && !stops) return surveyPage({ kind: known.kind, language, company, incomplete: true })
  if (given) await answerSurvey(deps, id, { ...given, how: 'link' })
  if (stops) await stopAsking(deps, known)
  return noticePage(stops ? 'survey-stopped' : 'survey-thanks', language)
}

/** What was chosen and written; undefined where nothing of the scale was chosen. */
function readForm({ kind }: Survey, form: URLSearchParams) {
  const { least, greatest } = scales[kind]
  const chosen = /^(?:\d|10)$/.exec(form.get('score') ?? '')
  const score = Number(chosen?.[0])
  if (chosen === null || score < least || score > greatest) return undefined
  const comment = (form.get('comment') ?? '').replaceAll('\r\n', '\n').trim().slice(0, longestComment)
  return { score, ...(comment !== '' && { comment }) }
}

/** Mail programs send the form by themselves, with a body of their own (RFC 8058): any POST ends the mails. */
async function unsubscribe(deps: CustomerPageDeps, request: PageRequest, id: string): Promise<Page> {
  const language = pageLanguage(request.language)
  if (request.method === 'GET') return unsubscribePage(language)
  await stop(deps.subscriptions, id, deps.now())
  return noticePage('unsubscribed', language)
}

async function confirmation(deps: CustomerPageDeps, request: PageRequest, id: string): Promise<Page | undefined> {
  const known = await deps.confirmations.read(id)
  if (known === undefined) return undefined
  const language = pageLanguage(known.language)
  if (known.doneAt !== undefined) return noticePage('used', language)
  const { other, brand } = known
  if (request.method === 'GET') return confirmPage({ language, company: await deps.companyName(brand), other })
  const outcome = await confirm(deps, id)
  switch (outcome) {
    case 'confirmed':
    case 'used':
    case 'obsolete':
      return noticePage(outcome, language)
    case 'half':
      return noticePage('half-confirmed', language)
    case 'unknown':
      return undefined
    default:
      return outcome satisfies never
  }
}
