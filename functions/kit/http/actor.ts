import * as z from 'zod'
import type { Actor } from '../../../core/api/role.ts'
import type { HttpEvent } from './event.ts'

/**
 * API Gateway hands a claim that is an array over as text in brackets, its members separated by spaces: `[agent social]`
 * (https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/issues/802).
 * A group's name may hold a comma but no space, so commas do not separate.
 */
const groupsSchema = z.union([
  z.array(z.string()),
  z.string().transform(text =>
    text
      .replace(/^\[|\]$/g, '')
      .split(/\s+/)
      .filter(group => group !== ''),
  ),
])

/** Cognito's access tokens have `username` and no `name`; its id tokens have `name` and `cognito:username`. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  username: z.string().optional(),
  'cognito:username': z.string().optional(),
  'cognito:groups': groupsSchema.default([]),
})

/** Who signed the request; undefined when no authorizer let a token through. */
export function actorOf({ requestContext }: HttpEvent): Actor | undefined {
  const claims = claimsSchema.safeParse(requestContext.authorizer?.jwt?.claims)
  if (!claims.success) return undefined
  const { sub, username, 'cognito:groups': groups } = claims.data
  const name = claims.data.name ?? username ?? claims.data['cognito:username']
  return { subject: sub, groups, ...(name !== undefined && { name }) }
}
