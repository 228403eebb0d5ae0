import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { consoleConfigSchema } from '../../console/serving/console-config.ts'
import { securityHeaders } from '../../console/serving/headers.ts'
import { toPageCode } from '../../lib/constructs/console-site.ts'
import { property, referred, synthesized } from './synthesized.ts'

const prod = synthesized('prod')

const behaviorSchema = z.looseObject({
  PathPattern: z.string().optional(),
  ViewerProtocolPolicy: z.string(),
  TargetOriginId: z.string(),
})
const distributionSchema = z.looseObject({
  DefaultCacheBehavior: behaviorSchema,
  CacheBehaviors: z.array(behaviorSchema),
  Origins: z.array(
    z.looseObject({ Id: z.string(), DomainName: z.unknown(), OriginAccessControlId: z.unknown().optional() }),
  ),
})
const [distribution] = prod.ofType('AWS::CloudFront::Distribution')
const settings = distributionSchema.parse(distribution?.Properties.DistributionConfig)
const [client] = prod.ofType('AWS::Cognito::UserPoolClient')

describe('the console on the web', () => {
  it('lies in a private bucket that only its distribution reads', () => {
    const origin = settings.Origins.find(({ Id }) => Id === settings.DefaultCacheBehavior.TargetOriginId)
    const [bucketId = ''] = referred(origin?.DomainName)
    expect(prod.all.find(({ id }) => id === bucketId)?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    const control = prod.ofType('AWS::CloudFront::OriginAccessControl').map(({ id }) => id)
    expect(referred(origin?.OriginAccessControlId)).toEqual(control)
    const [policy] = prod
      .ofType('AWS::S3::BucketPolicy')
      .filter(one => referred(one.Properties.Bucket).includes(bucketId))
    const reads = JSON.stringify(policy?.Properties.PolicyDocument)
    expect(reads).toContain('"Service":"cloudfront.amazonaws.com"')
    expect(reads).toContain(distribution?.id)
    expect(reads.match(/"Effect":"Allow"/g)).toHaveLength(1)
  })

  it('is served over HTTPS, the API under the same address without a cache', () => {
    expect(settings.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https')
    expect(settings.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      '/v1/*',
      '/openapi.json',
      '/healthz',
    ])
    // The managed policies CachingDisabled and AllViewerExceptHostHeader.
    for (const behavior of settings.CacheBehaviors)
      expect(behavior).toMatchObject({
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      })
  })

  it('bears the headers that one machine serves it with', () => {
    const [policy] = prod.ofType('AWS::CloudFront::ResponseHeadersPolicy')
    const schema = z.looseObject({
      SecurityHeadersConfig: z.looseObject({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown(), Override: z.literal(true) }),
        StrictTransportSecurity: z.object({
          AccessControlMaxAgeSec: z.literal(63_072_000),
          IncludeSubdomains: z.literal(true),
          Override: z.literal(true),
        }),
        ContentTypeOptions: z.object({ Override: z.literal(true) }),
        FrameOptions: z.object({ FrameOption: z.literal('DENY'), Override: z.literal(true) }),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.literal('no-referrer'), Override: z.literal(true) }),
      }),
      CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
    })
    const headers = property(policy ?? failing(), 'ResponseHeadersPolicyConfig', schema)
    const csp = JSON.stringify(headers.SecurityHeadersConfig.ContentSecurityPolicy)
    const [before = '', after = ''] = (securityHeaders(['%'])['content-security-policy'] ?? '').split('%')
    expect(csp).toContain(before.trimEnd())
    expect(csp).toContain(after)
    expect(csp).toContain('amazoncognito.com')
    const custom = headers.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])
    expect(securityHeaders([])).toMatchObject(Object.fromEntries(custom))
    expect(custom.length + 5).toBe(Object.keys(securityHeaders([])).length)
  })

  it('signs people in by the code flow, and sends them back to the console alone', () => {
    expect(client?.Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid'],
      GenerateSecret: false,
    })
    for (const urls of ['CallbackURLs', 'LogoutURLs'])
      expect(referred(client?.Properties[urls])).toEqual([distribution?.id])
  })

  it('is told where everything is by an output of the stack', () => {
    const { Outputs } = z
      .object({ Outputs: z.record(z.string(), z.object({ Value: z.unknown() })) })
      .parse(prod.template.toJSON())
    const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })
    const [, parts] = joined.parse(Outputs.ConsoleConfig?.Value)['Fn::Join']
    const text = parts.map(part => (typeof part === 'string' ? part : 'x')).join('')
    expect(consoleConfigSchema.parse(JSON.parse(text)).apiUrl).toBe('')
    expect(Object.keys(Outputs)).toEqual(expect.arrayContaining(['ConsoleUrl', 'ConsoleFiles']))
  })

  it('leads paths to the page, but no missing file', () => {
    const lead = (uri: string) => runInNewContext(`${toPageCode}\nhandler({ request: { uri: '${uri}' } }).uri`)
    expect(['/', '/queue/mine', '/assets/a.js', '/config.json'].map(lead)).toEqual([
      ...['/index.html', '/index.html', '/assets/a.js', '/config.json'],
    ])
  })

  it('is not in the template of one machine, which serves it itself', () => {
    expect(synthesized('local').ofType('AWS::CloudFront::Distribution')).toEqual([])
  })
})

const failing = (): never => {
  throw new Error('the template has no response headers policy')
}
