import type { IncomingMessage, ServerResponse } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts'
import { peopleStore } from '../adapters/dynamodb/people-store.ts'
import type { ConsoleConfig } from '../console/serving/console-config.ts'
import { account } from './engines/account.ts'
import { consoleRoutes } from './host/console/console-files.ts'
import type { ExtraHandler } from './host/http/http-front.ts'
import { matchRoute } from './host/http/match-route.ts'
import { audience, type Issuer, issuerName } from './issuer/issuer.ts'
import { type Person, peopleToBe } from './issuer/people.ts'
import { signInRoutes } from './issuer/sign-in-routes.ts'
import type { LocalAws } from './proxy/start-aws.ts'

export type OwnRoutes = {
  tokens: Issuer
  aws: LocalAws
  tableEndpoint: string
  publicUrl: string
  consoleFolder: string
}

type FindRoute = (method: string, path: string) => ExtraHandler | undefined

/** What this machine answers besides the app's API: how tokens are verified, signing in, and the console. */
export function ownRoutes({ tokens, aws, tableEndpoint, publicUrl, consoleFolder }: OwnRoutes): FindRoute {
  const routes: FindRoute[] = [
    wellKnown(tokens, publicUrl),
    signInRoutes({ issuer: tokens, people: configuredPeople(aws, tableEndpoint) }),
    consoleRoutes({
      folder: consoleFolder,
      config: consoleConfig,
      // Live events, and the objects that files are uploaded to.
      connect: [publicUrl.replace(/^http/, 'ws'), aws.endpoint],
      taken: path => path.startsWith('/.well-known/') || matchRoute(aws.app.routes, 'GET', path) !== undefined,
    }),
  ]
  return (method, path) => {
    for (const find of routes) {
      const handler = find(method, path)
      if (handler) return handler
    }
    return undefined
  }
}

/** All at the console's own address, by whatever name of this machine it was called. */
const consoleConfig: ConsoleConfig = {
  v: 1,
  apiUrl: '',
  signIn: {
    issuer: issuerName,
    clientId: audience,
    authorizationEndpoint: '/authorize',
    tokenEndpoint: '/token',
    logoutEndpoint: '/logout',
  },
}

function configuredPeople(aws: LocalAws, endpoint: string): () => Promise<Person[]> {
  const table = aws.app.tables[0]
  if (table === undefined) return async () => []
  const client = new DynamoDBClient({ endpoint, region: account.region, credentials: aws.host })
  const people = peopleStore(dynamoTable(client, table.name))
  return () => peopleToBe(people)
}

/** Where programs find how tokens of this machine are verified. */
function wellKnown(tokens: Issuer, url: string): FindRoute {
  const answers = new Map([
    ['/.well-known/jwks.json', tokens.keys],
    ['/.well-known/openid-configuration', tokens.discovery(url)],
  ])
  return (method, path) => {
    const answer = answers.get(path)
    if (answer === undefined || method !== 'GET') return undefined
    return async (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    }
  }
}
