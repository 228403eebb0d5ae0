import { Problem } from '../../../core/api/problem.ts'
import type { HttpEvent } from './event.ts'

const maxBodyBytes = 1024 * 1024

/** The JSON of a request's body. Throws `Problem` when it is too large, not declared as JSON, or none. */
export function readBody({ body = '', isBase64Encoded, headers }: HttpEvent): unknown {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > maxBodyBytes) throw new Problem('body-too-large', 'Send at most 1 MB.')
  if (!isJson(headers['content-type'])) {
    throw new Problem('unsupported-media-type', 'Send the header content-type: application/json.')
  }
  try {
    return JSON.parse(bytes.toString())
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem('malformed-json')
    throw error
  }
}

/** RFC 6839 section 3.1: a type that ends in +json is JSON too. */
const isJson = (contentType = ''): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType.trim())
