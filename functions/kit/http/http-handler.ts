import { Problem } from '../../../core/api/problem.ts'
import { type Actor, hasRole } from '../../../core/api/role.ts'
import { RetryLater } from '../../../core/record/outcome.ts'
import { errorFields, log } from '../log.ts'
import { actorOf } from './actor.ts'
import { csvAnswer, jsonAnswer, problemAnswer } from './answer.ts'
import { type HttpAnswer, type HttpEvent, httpEventSchema } from './event.ts'
import { type Match, match } from './match.ts'
import { readBody } from './read-body.ts'
import { nothing, type Route } from './route.ts'

/** Answers events of an HTTP API with a table of routes. Every failure is a problem; none leaves as an exception. */
export const httpHandler =
  (routes: () => readonly Route[]) =>
  async (event: unknown): Promise<HttpAnswer> => {
    try {
      return await answer(routes(), httpEventSchema.parse(event))
    } catch (error) {
      return problemAnswer(problemOf(error, 'no route'))
    }
  }

async function answer(routes: readonly Route[], event: HttpEvent): Promise<HttpAnswer> {
  const found = match(routes, event.requestContext.http.method, event.rawPath)
  try {
    return await run(found, event)
  } catch (error) {
    return problemAnswer(problemOf(error, `${found.route.method} ${found.route.path}`))
  }
}

async function run({ route, params }: Match, event: HttpEvent): Promise<HttpAnswer> {
  const actor = admit(route, actorOf(event))
  const body = route.body === nothing ? {} : readBody(event)
  const query = Object.fromEntries(new URLSearchParams(event.rawQueryString))
  const done = await route.run({ path: params, query, body, actor })
  return route.media === 'text/csv' ? csvAnswer(route.status, done) : jsonAnswer(route.status, done)
}

const nobody: Actor = { subject: 'nobody', groups: [] }

function admit({ roles }: Route, actor: Actor | undefined): Actor {
  if (roles === 'open') return actor ?? nobody
  if (actor === undefined) {
    throw new Problem('not-signed-in', 'Send the header authorization: Bearer <token>.', {
      headers: { 'www-authenticate': 'Bearer' },
    })
  }
  if (!hasRole(actor, roles)) throw new Problem('not-allowed', `This needs one of the roles ${roles.join(', ')}.`)
  return actor
}

function problemOf(error: unknown, route: string): Problem {
  if (error instanceof Problem) return error
  if (error instanceof RetryLater) {
    return new Problem('try-again', 'Others are changing the same things.', { headers: { 'retry-after': '1' } })
  }
  log('ERROR', 'apiFailed', { route, ...errorFields(error) })
  return new Problem('internal-error', 'It was logged. Try again; if it stays, tell an operator.')
}
