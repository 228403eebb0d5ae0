import * as z from 'zod'

/** Served as `/config.json` beside the console: what differs from one deployment to the next. Nothing in it is secret. */
export const consoleConfigSchema = z.object({
  v: z.literal(1),
  /** Where the API is; empty where it is at the console's own address. */
  apiUrl: z.string(),
  /** The OpenID provider: Cognito, or the issuer of one machine. */
  signIn: z.object({
    issuer: z.string(),
    clientId: z.string(),
    authorizationEndpoint: z.string(),
    tokenEndpoint: z.string(),
    logoutEndpoint: z.string(),
  }),
})
export type ConsoleConfig = z.infer<typeof consoleConfigSchema>

/** Where the provider sends people back to, below the console's address. */
export const signedInPath = '/signed-in'
