import type { Problem } from '../../../core/api/problem.ts'
import type { HttpAnswer } from './event.ts'

/**
 * Answers hold personal data: no cache keeps them, no page frames them, no browser guesses their type
 * (https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers).
 */
const protection = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

export const jsonAnswer = (statusCode: number, body: unknown): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...protection },
  body: JSON.stringify(body),
})

/** A file to keep: RFC 4180, in UTF-8. */
export const csvAnswer = (statusCode: number, body: unknown): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment', ...protection },
  body: String(body),
})

/** RFC 9457. */
export const problemAnswer = (problem: Problem): HttpAnswer => ({
  statusCode: problem.status,
  headers: { 'content-type': 'application/problem+json', ...protection, ...problem.headers },
  body: JSON.stringify(problem.body),
})
