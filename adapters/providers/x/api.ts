import type { Reply } from '../../../core/reply/reply.ts'
import type { Sent } from '../../../core/reply/sender.ts'
import type { SourceSecrets } from '../../../core/webhook/source-secrets.ts'
import { isSent, ownId, type ProviderAccess, readSecrets } from '../access.ts'
import { notConnected } from '../http/outcome.ts'
import { callWithin, type ProviderAnswer } from '../http/request.ts'
import { oauthHeader } from './oauth.ts'

export const xName = 'X'

/** X's API in the name of the account that answers. */
export type XApi = {
  userId: string
  get: (path: string, query: Record<string, string>) => Promise<ProviderAnswer>
  post: (path: string, body: object | FormData) => Promise<ProviderAnswer>
}

/**
 * The API for one reply, or why there is none. OAuth 1.0a where the account has a token of its own, else the OAuth 2.0 user
 * token where it is this account's: both are user contexts, which posts and direct messages need.
 * https://docs.x.com/fundamentals/authentication/overview
 */
export async function xApi(access: ProviderAccess, reply: Reply): Promise<XApi | Sent> {
  const secrets = await readSecrets(access)
  if (isSent(secrets)) return secrets
  const userId = ownId(reply)
  const authorization = secrets.x && userId && authorizer(secrets.x, userId, access.now ?? Date.now)
  if (!userId || !authorization) return notConnected(xName, notOurs)
  const call = callWithin(access)
  const base = secrets.x?.apiUrl ?? 'https://api.x.com'
  return {
    userId,
    get: (path, query) => {
      const url = `${base}${path}?${new URLSearchParams(query)}`
      return call({ method: 'GET', url, headers: { authorization: authorization('GET', url) } })
    },
    post: (path, body) => {
      const url = `${base}${path}`
      const headers = { authorization: authorization('POST', url) }
      if (body instanceof FormData) return call({ method: 'POST', url, headers, body })
      const json = { ...headers, 'content-type': 'application/json' }
      return call({ method: 'POST', url, headers: json, body: JSON.stringify(body) })
    },
  }
}

/** A token without the id of its user would post for whichever account is to answer. */
const notOurs = 'the access token of this account (in `users`, or `userToken` with its `userId`)'

type Authorizer = (method: string, url: string) => string

function authorizer(x: NonNullable<SourceSecrets['x']>, userId: string, now: () => number): Authorizer | undefined {
  const { consumerKey, consumerSecret, users, userToken, userId: tokensUser } = x
  const own = users?.[userId]
  if (consumerKey !== undefined && own !== undefined) {
    const keys = { consumerKey, consumerSecret, token: own.token, tokenSecret: own.secret }
    return (method, url) => oauthHeader(keys, { method, url }, now)
  }
  return userToken === undefined || tokensUser !== userId ? undefined : () => `Bearer ${userToken}`
}
