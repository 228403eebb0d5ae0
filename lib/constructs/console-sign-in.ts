import { Stack } from 'aws-cdk-lib'
import { CfnUserPoolClient, type UserPoolDomain } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { type ConsoleConfig, signedInPath } from '../../console/serving/console-config.ts'
import type { StageConfig } from '../config/schema.ts'
import type { UserPoolWithRoles } from './user-pool.ts'

/** The pages that people sign in at, and the way back from there: the code flow, for the console's own address alone. */
export class ConsoleSignIn extends Construct {
  private readonly users: UserPoolWithRoles
  private readonly domain: UserPoolDomain

  constructor(scope: Construct, id: string, config: StageConfig, users: UserPoolWithRoles) {
    super(scope, id)
    this.users = users
    const domainPrefix = `throughline-${config.stage}-${Stack.of(this).account}`
    this.domain = users.pool.addDomain('SignIn', { cognitoDomain: { domainPrefix } })
  }

  /** Where the sign-in is, without a path. */
  get url(): string {
    return this.domain.baseUrl()
  }

  /** Lets the provider send people back to the console at this address. */
  allow(origin: string): void {
    const client = this.users.client.node.defaultChild
    if (!(client instanceof CfnUserPoolClient)) throw new Error('aws-cdk-lib no longer makes an app client of a client')
    client.allowedOAuthFlowsUserPoolClient = true
    client.allowedOAuthFlows = ['code']
    client.allowedOAuthScopes = ['openid']
    client.supportedIdentityProviders = ['COGNITO']
    client.callbackUrLs = [`${origin}${signedInPath}`]
    client.logoutUrLs = [`${origin}/`]
  }

  /** What the console is told: `config.json`. */
  get consoleConfig(): ConsoleConfig {
    return {
      v: 1,
      apiUrl: '',
      signIn: {
        issuer: this.users.pool.userPoolProviderUrl,
        clientId: this.users.client.userPoolClientId,
        authorizationEndpoint: `${this.url}/oauth2/authorize`,
        tokenEndpoint: `${this.url}/oauth2/token`,
        logoutEndpoint: `${this.url}/logout`,
      },
    }
  }
}
