import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CorsHttpMethod, HttpApi, HttpMethod, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { type Alarms, alarmPeriod } from './alarms.ts'
import type { UserPoolWithRoles } from './user-pool.ts'

export type ThroughlineApiProps = { config: StageConfig; alarms: Alarms; users: UserPoolWithRoles }

/** The HTTP API: the webhook door, open because providers sign what they send, and the API, behind sign-in. */
export class ThroughlineApi extends Construct {
  readonly api: HttpApi
  private readonly signedIn: HttpJwtAuthorizer

  constructor(scope: Construct, id: string, { config, alarms, users }: ThroughlineApiProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', {
      apiName: `throughline-${config.stage}`,
      createDefaultStage: false,
      ...corsFor(config.allowedOrigins),
    })
    this.signedIn = new HttpJwtAuthorizer('SignedIn', users.pool.userPoolProviderUrl, {
      jwtAudience: [users.client.userPoolClientId],
    })
    this.addStage(config)
    alarms.ring('api-answers-5xx', {
      metric: this.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      above: 4,
      errorImpact: 'Colleagues see errors instead of timelines, or providers must deliver their webhooks again.',
      runbook: 'api-answers-5xx',
    })
  }

  /** The address that the world calls, without a path. */
  get url(): string {
    return this.api.apiEndpoint
  }

  /** Opens the webhook door. */
  addWebhooks(receiver: IFunction): void {
    const integration = new HttpLambdaIntegration('Webhooks', receiver)
    const methods = [HttpMethod.GET, HttpMethod.POST]
    const reason = 'Providers cannot sign in; receive-webhook verifies their signature over the raw body.'
    this.acknowledgeOpen(this.api.addRoutes({ path: '/webhooks/{proxy+}', methods, integration }), reason)
  }

  /** Opens the API, and what needs no token: its description and its health. */
  addApi(server: IFunction): void {
    const integration = new HttpLambdaIntegration('Api', server)
    this.api.addRoutes({ path: '/v1/{proxy+}', methods: [HttpMethod.ANY], integration, authorizer: this.signedIn })
    const reason = 'Tells nothing about any customer.'
    for (const path of ['/openapi.json', '/healthz']) {
      this.acknowledgeOpen(this.api.addRoutes({ path, methods: [HttpMethod.GET], integration }), reason)
    }
  }

  /** Opens reports, and what they need taken in: paths before those of the API, being longer. */
  addReports(server: IFunction): void {
    const integration = new HttpLambdaIntegration('Reports', server)
    for (const path of reportPaths.flatMap(name => [`/v1/${name}`, `/v1/${name}/{proxy+}`]))
      this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration, authorizer: this.signedIn })
  }

  /** Opens the pages of customers, who have no account: what they may see and do, a signed link in the address says. */
  addCustomerPages(pages: IFunction): void {
    const integration = new HttpLambdaIntegration('CustomerPages', pages)
    const methods = [HttpMethod.GET, HttpMethod.POST]
    const reason = 'Customers have no account: serve-customer verifies the signed, expiring link in the address.'
    for (const path of ['/survey/{token}', '/confirm/{token}', '/unsubscribe/{token}']) {
      this.acknowledgeOpen(this.api.addRoutes({ path, methods, integration }), reason)
    }
  }

  private addStage(config: StageConfig): void {
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/throughline/${config.stage}/http-api`,
      retention: config.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.api.addStage('Live', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.throttle.ratePerSecond, burstLimit: config.throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLogFormat },
    })
  }

  private acknowledgeOpen(routes: Construct[], reason: string): void {
    for (const route of routes) Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason })
  }
}

/** Whatever begins so is serve-reports'. */
const reportPaths = [
  'reports',
  'queries',
  'campaigns',
  'outcomes',
  'listening',
  'topics',
  'sentiment',
  'content',
  'content-ideas',
  'saved-reports',
  'digests',
]

/** No path, query string, caller address or token: a query names customers, a path may by mistake. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTimeEpoch',
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    milliseconds: '$context.responseLatency',
    refused: '$context.authorizer.error',
    failed: '$context.integrationErrorMessage',
  }),
)

const corsFor = (allowOrigins: string[]) =>
  allowOrigins.length === 0
    ? {}
    : {
        corsPreflight: {
          allowOrigins,
          allowMethods: [CorsHttpMethod.ANY],
          allowHeaders: ['authorization', 'content-type'],
        },
      }
