import { Fn, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { ConsoleHeaders } from './console-headers.ts'

export type ConsoleSiteProps = {
  config: StageConfig
  /** The address of the HTTP API. */
  apiUrl: string
  /** What else the console connects to: the live socket, the sign-in, and the bucket for files. */
  connect: readonly string[]
}

/**
 * The console on the web: its files in a private bucket that only CloudFront reads, and the API under the same address, so
 * that no request of the console crosses origins (docs/decisions/0092-one-address.md).
 */
export class ConsoleSite extends Construct {
  readonly files: PlainBucket
  private readonly distribution: Distribution

  constructor(scope: Construct, id: string, { config, apiUrl, connect }: ConsoleSiteProps) {
    super(scope, id)
    this.files = this.makeBucket()
    const api = apiBehavior(apiUrl)
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Throughline console (${config.stage})`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: this.consoleBehavior(connect),
      additionalBehaviors: { '/v1/*': api, '/openapi.json': api, '/healthz': api },
    })
    this.acknowledge()
  }

  /** Where people open it, without a path. */
  get origin(): string {
    return `https://${this.distribution.distributionDomainName}`
  }

  private makeBucket(): PlainBucket {
    const bucket = new PlainBucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const reason = 'Holds nothing but the published files of the console, which anybody may load.'
    Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason })
    return bucket
  }

  private consoleBehavior(connect: readonly string[]): BehaviorOptions {
    const toPage = new EdgeFunction(this, 'ToPage', {
      comment: 'Leads every path of the console to its page',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(toPageCode),
    })
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.files),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: new ConsoleHeaders(this, 'Headers', connect).policy,
      functionAssociations: [{ function: toPage, eventType: FunctionEventType.VIEWER_REQUEST }],
    }
  }

  private acknowledge(): void {
    const accepted = {
      'AwsSolutions-CFR1': 'Colleagues may be in any country; they sign in.',
      'AwsSolutions-CFR2': 'Only public files are behind it without a token; the API throttles, and asks for one.',
      'AwsSolutions-CFR3': 'An access log would hold addresses of customers and what was searched for.',
      'AwsSolutions-CFR4': 'Its own name comes with CloudFront’s own certificate; browsers agree on TLS 1.3.',
    }
    for (const [id, reason] of Object.entries(accepted)) Validations.of(this.distribution).acknowledge({ id, reason })
  }
}

/** No website of S3's own: origins ask, and aws-cdk-lib leaves it open. */
class PlainBucket extends Bucket {
  override get isWebsite(): boolean {
    return false
  }
}

/** A missing file must stay missing, or a browser would take the page for a script: only paths without a dot are led on. */
export const toPageCode = `function handler(event) {
  var request = event.request
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html'
  return request
}`

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
const apiBehavior = (apiUrl: string): BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiUrl))),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  compress: false,
})
