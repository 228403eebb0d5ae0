import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseStage } from '../../lib/config/load.ts'
import { stages } from '../../lib/config/stages.ts'
import { property, type Resource, referred, synthesize, synthesized } from './synthesized.ts'

const prod = synthesized('prod')

describe('the HTTP API', () => {
  const integrated = (route: Resource): string => {
    const integration = prod.all.find(one => referred(route.Properties.Target).includes(one.id))
    const target = prod.all.find(one => referred(integration?.Properties.IntegrationUri).includes(one.id))
    return String(target?.Properties.FunctionName).replace('throughline-prod-', '')
  }
  const [live] = prod.ofType('AWS::ApiGatewayV2::Api').filter(api => api.Properties.ProtocolType === 'WEBSOCKET')
  const ofLive = (one: Resource) => referred(one.Properties.ApiId).includes(live?.id ?? '')
  const allRoutes = prod.ofType('AWS::ApiGatewayV2::Route').map(route => ({
    live: ofLive(route),
    key: property(route, 'RouteKey', z.string()),
    authorization: property(route, 'AuthorizationType', z.string()),
    target: integrated(route),
  }))

  const routes = allRoutes.filter(route => !route.live).map(({ live: _live, ...route }) => route)

  it('asks for a token everywhere but at the webhook door, the pages of customers, its description and its health', () => {
    const ofReports = routes.filter(({ target }) => target === 'serve-reports')
    const others = routes.filter(({ target }) => target !== 'serve-reports')
    for (const { key, authorization } of ofReports) {
      expect(authorization).toBe('JWT')
      expect(key).toMatch(/^ANY \/v1\/[a-z-]+(\/\{proxy\+\})?$/)
    }
    expect(ofReports.length).toBeGreaterThan(0)
    expect(others.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: 'ANY /v1/{proxy+}', authorization: 'JWT', target: 'serve-api' },
      { key: 'GET /confirm/{token}', authorization: 'NONE', target: 'serve-customer' },
      { key: 'GET /healthz', authorization: 'NONE', target: 'serve-api' },
      { key: 'GET /openapi.json', authorization: 'NONE', target: 'serve-api' },
      { key: 'GET /survey/{token}', authorization: 'NONE', target: 'serve-customer' },
      { key: 'GET /unsubscribe/{token}', authorization: 'NONE', target: 'serve-customer' },
      { key: 'GET /webhooks/{proxy+}', authorization: 'NONE', target: 'receive-webhook' },
      { key: 'POST /confirm/{token}', authorization: 'NONE', target: 'serve-customer' },
      { key: 'POST /survey/{token}', authorization: 'NONE', target: 'serve-customer' },
      { key: 'POST /unsubscribe/{token}', authorization: 'NONE', target: 'serve-customer' },
      { key: 'POST /webhooks/{proxy+}', authorization: 'NONE', target: 'receive-webhook' },
    ])
  })

  it('accepts the tokens of its own user pool and client', () => {
    const [authorizer] = prod.ofType('AWS::ApiGatewayV2::Authorizer')
    const own = ['AWS::Cognito::UserPoolClient', 'AWS::Cognito::UserPool'].flatMap(type =>
      prod.ofType(type).map(one => one.id),
    )
    expect(referred(authorizer?.Properties.JwtConfiguration)).toEqual(own)
  })

  it('limits requests, and its access logs hold no query string, path or address', () => {
    const stages = prod.ofType('AWS::ApiGatewayV2::Stage')
    expect(stages.map(stage => stage.Properties.StageName).toSorted()).toEqual(['$default', 'live'])
    for (const { Properties } of stages) {
      expect(Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 })
      const { Format } = z.object({ Format: z.string() }).parse(Properties.AccessLogSettings)
      expect(Format).toContain('$context.routeKey')
      expect(Format).not.toMatch(/query|path|sourceIp|claims|header|domain/i)
    }
  })

  it('leads live connections to serve-live, which redeems their ticket', () => {
    const own = allRoutes.filter(route => route.live).map(({ live: _live, ...route }) => route)
    expect(own.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(
      ['$connect', '$default', '$disconnect'].map(key => ({ key, authorization: 'NONE', target: 'serve-live' })),
    )
  })
})

describe('sign-in', () => {
  it('has a group for every role, and people are invited', () => {
    const groups = prod.ofType('AWS::Cognito::UserPoolGroup').map(group => group.Properties.GroupName)
    expect(groups).toEqual(['agent', 'social', 'marketing', 'operator', 'admin'])
    prod.template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      MfaConfiguration: 'ON',
      Policies: { PasswordPolicy: { MinimumLength: 14, RequireSymbols: true, RequireNumbers: true } },
    })
  })

  it('never sends a password to the service in clear', () => {
    prod.template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    })
  })
})

describe('the mail door', () => {
  const mailboxes = [
    { source: 'support', address: 'support@example.com' },
    { source: 'press', address: 'press@example.com' },
  ]
  const mail = { activation: 'automatic', mailboxes }
  const two = synthesize(parseStage({ ...stages.prod, mail, sendingIdentities: ['example.com'] }))

  it('has one rule per mailbox, which stores the mail under its source without a key of its own', () => {
    const rules = two.ofType('AWS::SES::ReceiptRule')
    expect(rules.map(rule => property(rule, 'Rule', z.looseObject({ Name: z.string() })))).toEqual(
      mailboxes.map(({ source, address }) => ({
        Name: source,
        Enabled: true,
        ScanEnabled: true,
        Recipients: [address],
        Actions: [
          {
            S3Action: {
              BucketName: expect.anything(),
              ObjectKeyPrefix: `payloads/mail-ses/${source}/`,
              IamRoleArn: expect.anything(),
            },
          },
        ],
      })),
    )
    expect(referred(rules[1]?.Properties.After)).toEqual([rules[0]?.id])
  })

  it('lets SES in only for the rules of this rule set and account', () => {
    two.template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: { 'aws:SourceArn': Match.objectLike({ 'Fn::Join': Match.anyValue() }) },
            },
          },
        ],
      },
    })
  })

  it('is activated before anything is made that stays', () => {
    const [activation] = two.ofType('Custom::ActiveReceiptRuleSet')
    expect(activation?.Properties.RuleSetName).toBe('throughline-prod')
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket']) {
      for (const kept of two.ofType(type)) expect(kept.DependsOn).toContain(activation?.id)
    }
  })

  it('is not part of stage local, whose template CloudFormation refuses', () => {
    const local = synthesized('local')
    local.template.resourceCountIs('AWS::SES::ReceiptRuleSet', 0)
    const { Rules } = z.object({ Rules: z.object({ LocalOnly: z.unknown() }) }).parse(local.template.toJSON())
    expect(Rules.LocalOnly).toEqual({
      Assertions: [
        { Assert: { 'Fn::Equals': ['local', 'deployed'] }, AssertDescription: expect.stringContaining('npm start') },
      ],
    })
    expect(prod.template.toJSON()).not.toHaveProperty('Rules.LocalOnly')
  })
})

describe('outputs', () => {
  it('name what the next step needs', () => {
    const outputs = (stage: 'local' | 'prod') => Object.keys(synthesized(stage).template.findOutputs('*'))
    const everywhere = ['ApiUrl', 'UserPoolId', 'UserPoolClientId', 'IntakeBucket']
    expect(outputs('local')).toEqual(everywhere)
    const console = ['ConsoleUrl', 'ConsoleFiles', 'ConsoleConfig']
    expect(outputs('prod')).toEqual([...everywhere, 'MailRuleSet', ...console])
  })
})
