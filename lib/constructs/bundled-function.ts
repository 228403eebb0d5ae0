import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { bundledCode } from '../bundle.ts'
import type { StageConfig } from '../config/schema.ts'
import { acknowledgeActionsWithoutResource } from '../wildcard-exceptions.ts'
import { type Alarms, alarmPeriod, type Impact } from './alarms.ts'

export type FunctionProps = Impact & {
  config: StageConfig
  alarms: Alarms
  /** The folder in functions/ whose handler.ts exports `handler`, and the function's name. */
  name: string
  /** What it does, in a line. */
  description: string
  environment: Record<string, string>
  /** All it may touch, besides its own log group and its traces. */
  statements: PolicyStatement[]
  /** Memory decides the share of a processor: 1769 MB is one. */
  memoryMegabytes: number
  timeout: Duration
  reservedConcurrency?: number | undefined
}

/** A function of the way of a contact: one bundle, one role, one log group, one alarm for errors and one for throttles. */
export class BundledFunction extends Construct {
  readonly function: LambdaFunction

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/throughline/${props.config.stage}/${props.name}`,
      retention: props.config.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.function = new LambdaFunction(this, 'Function', {
      functionName: `throughline-${props.config.stage}-${props.name}`,
      description: props.description,
      code: bundledCode(props.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      environment: props.environment,
      role: this.role(props.statements, logGroup),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
    })
    this.watch(props)
  }

  private role(statements: PolicyStatement[], logGroup: LogGroup): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const actions = ['logs:CreateLogStream', 'logs:PutLogEvents']
    role.addToPolicy(new PolicyStatement({ actions, resources: [logGroup.logGroupArn] }))
    for (const statement of statements) role.addToPolicy(statement)
    acknowledgeActionsWithoutResource(role)
    return role
  }

  private watch({ alarms, name, errorImpact, runbook }: FunctionProps): void {
    const options = { period: alarmPeriod, statistic: 'Sum' }
    alarms.ring(`${name}-errors`, { metric: this.function.metricErrors(options), above: 0, errorImpact, runbook })
    alarms.ring(`${name}-throttles`, { metric: this.function.metricThrottles(options), above: 0, errorImpact, runbook })
  }
}
