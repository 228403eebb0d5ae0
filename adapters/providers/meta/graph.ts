import type { Reply } from '../../../core/reply/reply.ts'
import type { Sent } from '../../../core/reply/sender.ts'
import { isSent, ownId, type ProviderAccess, readSecrets } from '../access.ts'
import { notConnected } from '../http/outcome.ts'
import { callWithin, type ProviderAnswer } from '../http/request.ts'

/** The Graph API in the name of the Page, account or number that answers, at this version of it. */
export type Graph = {
  own: string
  get: (path: string, query: Record<string, string>) => Promise<ProviderAnswer>
  post: (path: string, body: object | FormData) => Promise<ProviderAnswer>
}

export const names = { facebook: 'Facebook', instagram: 'Instagram', whatsapp: 'WhatsApp' } as const
export type MetaNetwork = keyof typeof names

/** https://developers.facebook.com/docs/graph-api/changelog: a version works for two years at least. */
const version = 'v24.0'

/**
 * The API for one reply, or why there is none. Instagram's accounts are reached at a host of their own
 * (https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login), everything else at
 * graph.facebook.com. Tokens go in the Authorization header.
 */
export async function graphOf(access: ProviderAccess, network: MetaNetwork, reply: Reply): Promise<Graph | Sent> {
  const secrets = await readSecrets(access)
  if (isSent(secrets)) return secrets
  const own = ownId(reply)
  const token = own === undefined ? undefined : secrets.meta?.tokens?.[own]
  if (own === undefined || token === undefined) return notConnected(names[network], 'the access token of our account')
  const { apiUrl, instagramUrl } = secrets.meta ?? {}
  const usual = network === 'instagram' ? 'https://graph.instagram.com' : 'https://graph.facebook.com'
  const base = `${(network === 'instagram' ? instagramUrl : undefined) ?? apiUrl ?? usual}/${version}`
  const call = callWithin(access)
  const headers = { authorization: `Bearer ${token}` }
  return {
    own,
    get: (path, query) => call({ method: 'GET', url: `${base}${path}?${new URLSearchParams(query)}`, headers }),
    post: (path, body) => {
      if (body instanceof FormData) return call({ method: 'POST', url: `${base}${path}`, headers, body })
      const json = { ...headers, 'content-type': 'application/json' }
      return call({ method: 'POST', url: `${base}${path}`, headers: json, body: JSON.stringify(body) })
    },
  }
}

/** An id as a part of a path. */
export const idPath = (id: string): string => encodeURIComponent(id)
