/**
 * Every call of a function is signed with the credentials of its role. Bundles take this in place of the SDK's search for
 * bearer tokens in files and sign-on sessions, whose clients no function asks.
 */
export const nodeProvider = () => noToken
export const fromEnvSigningName = () => noToken

async function noToken(): Promise<never> {
  throw new Error('functions have no bearer tokens: calls are signed')
}
