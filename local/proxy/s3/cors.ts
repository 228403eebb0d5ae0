import type { OutgoingHttpHeaders } from 'node:http'
import type { BucketPlan, CorsRule } from '../../template/buckets.ts'
import { matches } from '../access.ts'
import type { S3Request } from './s3-request.ts'

/** The headers that let the page in a browser use the answer, when a rule of the bucket allows its origin. */
export function corsHeaders(buckets: BucketPlan[], request: S3Request): OutgoingHttpHeaders {
  const origin = request.headers.origin
  const method = request.headers['access-control-request-method'] ?? request.method
  const rules = buckets.find(({ name }) => name === request.bucket)?.cors ?? []
  const rule = rules.find(one => origin !== undefined && allows(one, origin, `${method}`))
  if (!rule) return {}
  const headers = request.headers['access-control-request-headers']
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-expose-headers': 'etag',
    ...(headers !== undefined && { 'access-control-allow-headers': headers }),
    vary: 'Origin',
  }
}

const allows = ({ origins, methods }: CorsRule, origin: string, method: string): boolean =>
  origins.some(one => matches(one, origin)) && methods.includes(method)
