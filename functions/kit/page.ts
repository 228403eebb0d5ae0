import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { contentSecurityPolicy } from '../../core/customer-page/layout.ts'
import { noticePage } from '../../core/customer-page/notice-page.ts'
import type { Page } from '../../core/customer-page/page.ts'
import type { PageRequest } from '../../core/customer-page/serve.ts'
import { pageLanguage } from '../../core/question/languages.ts'
import { errorFields, log } from './log.ts'

const mostBytes = 8192

/**
 * Pages for customers, of whom nobody is signed in: kept by no cache, found by no search engine, framed by no other
 * page; and the link, which is in the address, is told to no other site.
 */
const protection = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
}

/** Answers requests for pages. A line of the log says which page it was and nothing of its address, which is a key. */
export const pageHandler =
  (serve: (request: PageRequest) => Promise<Page>) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const page = await serve(requestOf(event))
      log('INFO', 'pageShown', { page: page.name, status: page.status })
      return answer(page)
    } catch (error) {
      log('ERROR', 'apiFailed', { page: 'failed', ...errorFields(error) })
      return answer(noticePage('failed', pageLanguage(languageOf(event))))
    }
  }

const answer = ({ status, html }: Page): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: protection,
  body: html,
})

const requestOf = (event: APIGatewayProxyEventV2): PageRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  language: languageOf(event),
  body: () => bodyOf(event),
})

/** The first of RFC 9110 section 12.5.4's list: browsers write what is liked best first. */
const languageOf = ({ headers }: APIGatewayProxyEventV2): string | undefined =>
  headers['accept-language']?.split(/[,;]/, 1)[0]?.trim()

function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams | 'too-large' {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  return bytes.length > mostBytes ? 'too-large' : new URLSearchParams(bytes.toString())
}
