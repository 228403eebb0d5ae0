import * as z from 'zod'
import type { Thread } from './thread.ts'

/** A dialogue in the shape of ABCD: turns of agent, customer and the agent's tools. */
const dialogueSchema = z.object({
  convo_id: z.union([z.int(), z.string()]),
  original: z.array(z.tuple([z.string(), z.string()])).min(2),
})

/** No turn of these dialogues has a time; they are of the winter their orders are of. */
const begun = Date.UTC(2020, 0, 28, 15)

/** The dialogues anywhere in a JSON value: a list, or lists by name. */
export function turnDialogues(value: unknown): Thread[] {
  const lists = Array.isArray(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value) : []
  return lists.flatMap(list => (Array.isArray(list) ? list.flatMap(threadOf) : []))
}

function threadOf(value: unknown): Thread[] {
  const read = dialogueSchema.safeParse(value)
  if (!read.success) return []
  const turns = read.data.original.flatMap(([speaker, text], place) =>
    speaker === 'action'
      ? []
      : [
          {
            id: `${place}`,
            at: new Date(begun + place * 20_000).toISOString(),
            author: speaker,
            inbound: speaker === 'customer',
            text,
          },
        ],
  )
  return [{ channel: 'direct', turns }]
}
