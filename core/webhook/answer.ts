export type WebhookAnswer = { status: number; body: string; contentType: string }

const titles = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
])

/** RFC 9457. */
export const problem = (status: number, detail: string): WebhookAnswer => ({
  status,
  body: JSON.stringify({ type: 'about:blank', title: titles.get(status) ?? 'Error', status, detail }),
  contentType: 'application/problem+json',
})
