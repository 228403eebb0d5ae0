import { confirmationStore } from '../../adapters/dynamodb/confirmation-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { subscriptionStore } from '../../adapters/dynamodb/subscription-store.ts'
import type { Confirmation } from '../../core/confirm/confirmation.ts'
import { servePage } from '../../core/customer-page/serve.ts'
import { linkKeys } from '../../core/signed-link/link-keys.ts'
import { type Purpose, writeLink } from '../../core/signed-link/signed-link.ts'
import { surveyId } from '../../core/survey/ask.ts'
import type { SurveyKind } from '../../core/survey/survey.ts'
import { pageHandler } from '../../functions/kit/page.ts'
import { mailAt } from '../conversation/contacts.ts'
import { makeCompany } from '../survey/company.ts'

const keys = linkKeys({ key: 'ab'.repeat(32) })
const question = mailAt('question', '2T09:00', 'Where is my parcel?')

/** The pages of a company over a table in memory, asked as the HTTP API asks them. */
export function makePages(company?: string) {
  const own = makeCompany()
  const confirmations = confirmationStore(own.table)
  const consents = consentStore(own.table)
  const subscriptions = subscriptionStore(own.table)
  const handler = pageHandler(request =>
    servePage(
      {
        ...own.answering,
        confirmations,
        consents,
        subscriptions,
        identity: async () => own.identity,
        linkKeys: async () => keys,
        companyName: async () => company,
      },
      request,
    ),
  )

  const call = async (method: string, path: string, form?: string, language = 'en') => {
    const { statusCode = 0, headers = {}, body = '' } = await handler(event(method, path, form, language))
    return { status: statusCode, headers, html: body }
  }
  const token = (purpose: Purpose, id: string, seconds = 3600): string =>
    writeLink(keys, { purpose, id, expiresAt: Date.parse(own.clock.now) / 1000 + seconds })

  /** Alice was asked after her matter was resolved. */
  const asked = async (kind: SurveyKind = 'csat', language = 'en') => {
    await own.set({ csat: { active: kind === 'csat', afterMinutes: 0 }, nps: { active: kind === 'nps' } })
    const { id: conversation } = await own.resolved({ ...question, language })
    const id = surveyId({ v: 1, conversation, at: own.clock.now, actor: 'anna' })
    await own.ask()
    return { id, path: `/survey/${token('survey', id)}` }
  }
  /** Somebody is asked whether two identifiers are theirs. */
  const toConfirm = async (differing: Partial<Confirmation> = {}) => {
    const id = 'c'.repeat(32)
    await confirmations.create({
      ...{ v: 1, id, version: 1, linkId: `lnk_${'a'.repeat(42)}`, other: 'phone', conversation: '', actor: 'anna' },
      ...{ end: 'email:alice@example.com', needs: ['email:alice@example.com'], brand: 'default', language: 'en' },
      ...{ to: { type: 'email', value: 'alice@example.com' }, reason: 'invoices', createdAt: own.clock.now },
      ...{ validUntil: own.clock.now, ...differing },
    })
    return { id, path: `/confirm/${token('confirmation', id)}` }
  }
  return { ...own, confirmations, consents, subscriptions, handler, call, token, asked, toConfirm }
}

const event = (method: string, path: string, form: string | undefined, language: string) => ({
  ...{ version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: '', isBase64Encoded: form !== undefined },
  headers: { 'accept-language': language, 'content-type': 'application/x-www-form-urlencoded' },
  ...(form !== undefined && { body: Buffer.from(form).toString('base64') }),
  requestContext: {
    ...{ accountId: '1', apiId: 'local', domainName: 'localhost', domainPrefix: 'localhost', requestId: '1' },
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    ...{ routeKey: '$default', stage: '$default', time: '', timeEpoch: 0 },
  },
})

/** What a screen reader and a browser find in a page, read by patterns: the pages are ours and plain. */
export const facts = (html: string) => ({
  language: /<html lang="([a-z]+)">/.exec(html)?.[1],
  title: /<title>([^<]+)<\/title>/.exec(html)?.[1],
  headings: [...html.matchAll(/<h1>([^<]+)<\/h1>/g)].map(match => match[1]),
  radios: [
    ...html.matchAll(
      /<label class="score"><input type="radio" name="score" value="(\d+)" required><span>\1<\/span><\/label>/g,
    ),
  ].map(match => match[1]),
  ids: [...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]),
  referred: [...html.matchAll(/ (?:for|aria-describedby)="([^"]+)"/g)].map(match => match[1]),
  controls: [...html.matchAll(/<(input|textarea|button|select|a)\b/g)].length,
  forms: [...html.matchAll(/<form method="post">/g)].length,
})
