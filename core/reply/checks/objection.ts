import * as z from 'zod'

export const objectionKinds = ['unconfirmed', 'unfilled', 'contradicts-promise', 'contradicts-answer'] as const

/**
 * Why an answer had better not go out as it is. `message` is a sentence for the person who answers; it may repeat words of
 * the answer, so it goes into no log. `entryIds` are the entries it rests on. One that is not `waivable` holds the answer
 * back for good; the others until a person says that it is meant so.
 */
export const objectionSchema = z
  .object({
    kind: z.enum(objectionKinds),
    message: z.string().min(1).max(500),
    entryIds: z.array(z.string().max(64)).max(20),
    waivable: z.boolean(),
  })
  .meta({ id: 'Objection' })
export type Objection = z.infer<typeof objectionSchema>
