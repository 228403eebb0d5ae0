import { hexToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import type { LinkKeys } from './signed-link.ts'

const keySchema = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * The deployment's secret as links need it. `key` never changes and is link key 0; `linkKeys` may name others by their
 * numbers. The greatest number signs; a number may be taken away once the links it signed have expired.
 */
export const linkSecretSchema = z.object({
  key: keySchema,
  linkKeys: z.record(z.string().regex(/^([1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/), keySchema).optional(),
})

export function linkKeys({ key, linkKeys: others = {} }: z.infer<typeof linkSecretSchema>): LinkKeys {
  const numbered = Object.entries(others).map(([number, hex]) => [Number(number), hexToBytes(hex)] as const)
  const keys = new Map([[0, hexToBytes(key)] as const, ...numbered])
  return { current: Math.max(...keys.keys()), keys }
}
