import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { LogGroupLogDestination, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { type Alarms, alarmPeriod } from './alarms.ts'

export type LiveApiProps = { config: StageConfig; alarms: Alarms }

/** The stage's name is the path that clients connect to. */
const stageName = 'live'

/** The WebSocket API of live events. Its three routes lead to serve-live; a ticket in the address lets a client in. */
export class LiveApi extends Construct {
  private readonly api: WebSocketApi
  private readonly stage: WebSocketStage

  constructor(scope: Construct, id: string, { config, alarms }: LiveApiProps) {
    super(scope, id)
    this.api = new WebSocketApi(this, 'Api', { apiName: `throughline-${config.stage}-live` })
    this.stage = this.addStage(config)
    this.watch(alarms)
  }

  /** Where clients connect. */
  get url(): string {
    return this.stage.url
  }

  /** Where functions post to connections. */
  get callbackUrl(): string {
    return this.stage.callbackUrl
  }

  /** The connections of this API, as a policy names what may be done to them. */
  connections(method: 'POST' | 'DELETE'): string {
    const resourceName = `${stageName}/${method}/@connections/*`
    return Stack.of(this).formatArn({ service: 'execute-api', resource: this.api.apiId, resourceName })
  }

  /** Opens the API: clients come, say something, and go. */
  addServer(server: IFunction): void {
    for (const [name, key] of [
      ['Come', '$connect'],
      ['Go', '$disconnect'],
      ['Say', '$default'],
    ] as const) {
      const route = this.api.addRoute(key, { integration: new WebSocketLambdaIntegration(name, server) })
      const reason = 'A browser cannot send a header here: serve-live redeems the ticket that the signed-in API gave.'
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason })
    }
  }

  private addStage(config: StageConfig): WebSocketStage {
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/throughline/${config.stage}/live-api`,
      retention: config.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    return new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName,
      autoDeploy: true,
      throttle: { rateLimit: config.throttle.ratePerSecond, burstLimit: config.throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLogFormat },
    })
  }

  private watch(alarms: Alarms): void {
    const dimensionsMap = { ApiId: this.api.apiId, Stage: stageName }
    const errors = (metricName: string) =>
      new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap, period: alarmPeriod, statistic: 'Sum' })
    alarms.ring('live-api-fails', {
      metric: new MathExpression({
        expression: 'FILL(integration, 0) + FILL(execution, 0)',
        label: 'failed requests',
        period: alarmPeriod,
        usingMetrics: { integration: errors('IntegrationError'), execution: errors('ExecutionError') },
      }),
      above: 4,
      errorImpact:
        'Consoles cannot connect for live events or lose their connection; they show what is there when asked.',
      runbook: 'live-api-fails',
    })
  }
}

/** No query string, for it holds the ticket, and no caller address. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTimeEpoch',
    requestId: '$context.requestId',
    connection: '$context.connectionId',
    event: '$context.eventType',
    route: '$context.routeKey',
    status: '$context.status',
    failed: '$context.integrationErrorMessage',
  }),
)
