import { type Role, roles } from '../../core/api/role.ts'
import type { ConsoleConfig } from '../serving/console-config.ts'
import { beginSignIn, type Claims, leave, refresh, type Tokens } from './sign-in.ts'

export type Person = { subject: string; name: string; roles: readonly Role[] }

/** Who is signed in, and the tokens that say so. */
export type Session = {
  person: Person
  /** A token that is good for a while; undefined once the sign-in has ended. */
  token: () => Promise<string | undefined>
  /** The API refused the token although its time is not over. */
  renew: () => Promise<string | undefined>
  /** Whether the sign-in has ended; what is on the screen stays, and what was written is kept. */
  ended: () => boolean
  onEnded: (listener: () => void) => () => void
  signInAgain: () => void
  signOut: () => void
}

/** Tokens are renewed so long before they end. */
const earlyMs = 60_000

export function makeSession(config: ConsoleConfig, first: Tokens): Session {
  const listeners = new Set<() => void>()
  let tokens: Tokens | undefined = first
  let renewing: Promise<string | undefined> | undefined

  const renewOnce = async (held: Tokens): Promise<string | undefined> => {
    try {
      tokens = await refresh(config, held)
      return tokens.idToken
    } catch (error) {
      // The network may be away: then the old token serves until its time is over.
      if (error instanceof TypeError && held.expiresAtMs > Date.now()) return held.idToken
      tokens = undefined
      for (const listener of listeners) listener()
      return undefined
    }
  }
  const renew = async (): Promise<string | undefined> => {
    if (tokens === undefined) return undefined
    renewing ??= renewOnce(tokens).finally(() => {
      renewing = undefined
    })
    return renewing
  }
  return {
    person: personOf(first.claims),
    token: async () => {
      if (tokens === undefined) return undefined
      return tokens.expiresAtMs - earlyMs > Date.now() ? tokens.idToken : renew()
    },
    renew,
    ended: () => tokens === undefined,
    onEnded: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signInAgain: () => void beginSignIn(config, `${location.pathname}${location.search}`),
    signOut: () => leave(config),
  }
}

const personOf = (claims: Claims): Person => ({
  subject: claims.sub,
  name: claims.name ?? claims.email ?? claims['cognito:username'] ?? claims.sub,
  roles: roles.filter(role => claims['cognito:groups'].includes(role)),
})
