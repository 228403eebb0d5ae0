import * as z from 'zod'

/** Lambda takes an answer without the list, and an empty one, for complete success. */
const answerSchema = z
  .looseObject({ batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish()

/**
 * Which of a batch's items the function says it failed at. Undefined when the whole batch counts as failed: an answer
 * of another form, or an identifier that is not in the batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedItems(answer: unknown, identifiers: string[]): Set<string> | undefined {
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) return undefined
  const failed = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
  return failed.every(one => identifiers.includes(one)) ? new Set(failed) : undefined
}
