import * as z from 'zod'

const hourMs = 3_600_000

/** Milliseconds of working time, up to ninety days around the clock. */
const targetSchema = z
  .int()
  .min(60_000)
  .max(90 * 24 * hourMs)

/** How much working time may pass; a clock without a target runs and is never late. */
export const targetsSchema = z.object({
  firstResponse: targetSchema.optional(),
  nextResponse: targetSchema.optional(),
  resolution: targetSchema.optional(),
})
export type Targets = z.infer<typeof targetsSchema>

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const prioritySchema = z.enum(priorities)
export type Priority = z.infer<typeof prioritySchema>

/**
 * What a team promises. `byPriority` replaces the targets that it names. `social` holds besides, for what was written
 * on a social network: of two targets that apply, the shorter.
 */
export const policySchema = targetsSchema.extend({
  byPriority: z.partialRecord(prioritySchema, targetsSchema).optional(),
  social: targetsSchema.optional(),
})
export type Policy = z.infer<typeof policySchema>

const parts = (share: number): Targets => ({
  firstResponse: 4 * hourMs * share,
  nextResponse: 8 * hourMs * share,
  resolution: 24 * hourMs * share,
})

/** Where a team says nothing: an answer within half a working day, the next within one, solved within three of 8 hours. */
export const defaultPolicy: Policy = {
  ...parts(1),
  byPriority: { high: parts(1 / 2), urgent: parts(1 / 4) },
  social: { firstResponse: hourMs },
}

/** The target of one clock. */
export function targetOf(
  policy: Policy,
  clock: keyof Targets,
  { priority, social }: { priority: Priority; social: boolean },
): number | undefined {
  const usual = policy.byPriority?.[priority]?.[clock] ?? policy[clock]
  const onSocial = social ? policy.social?.[clock] : undefined
  if (usual === undefined || onSocial === undefined) return usual ?? onSocial
  return Math.min(usual, onSocial)
}
