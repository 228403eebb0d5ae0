import { Duration } from 'aws-cdk-lib'
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'
import { securityHeaders } from '../../console/serving/headers.ts'

/** Headers that CloudFront has settings of their own for, and refuses among the others. */
const own = new Set([
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
])

/** The very headers that one machine serves the console with, put on by CloudFront. */
export class ConsoleHeaders extends Construct {
  readonly policy: ResponseHeadersPolicy

  constructor(scope: Construct, id: string, connect: readonly string[]) {
    super(scope, id)
    const headers = securityHeaders(connect)
    const others = Object.entries(headers).filter(([header]) => !own.has(header))
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      comment: 'The console: strict content security policy, no framing, no sniffing',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'] ?? '', override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      },
      customHeadersBehavior: {
        customHeaders: others.map(([header, value]) => ({ header, value, override: true })),
      },
    })
  }
}
