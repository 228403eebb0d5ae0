import { type ConsoleConfig, consoleConfigSchema, signedInPath } from '../serving/console-config.ts'
import { makeSession, type Session } from './session.ts'
import { beginSignIn, finishSignIn } from './sign-in.ts'

export async function readConfig(): Promise<ConsoleConfig> {
  const response = await fetch('/config.json', { cache: 'no-cache', credentials: 'omit' })
  if (!response.ok) throw new Error(`config.json: HTTP ${response.status}`)
  return consoleConfigSchema.parse(await response.json())
}

/** The session that the provider has just opened; undefined when the browser is on its way there. */
export async function openSession(config: ConsoleConfig): Promise<Session | undefined> {
  if (location.pathname !== signedInPath) {
    await beginSignIn(config, `${location.pathname}${location.search}`)
    return undefined
  }
  const signedIn = await finishSignIn(config)
  if (signedIn === undefined) {
    await beginSignIn(config, '/')
    return undefined
  }
  history.replaceState(null, '', signedIn.returnTo)
  return makeSession(config, signedIn.tokens)
}
