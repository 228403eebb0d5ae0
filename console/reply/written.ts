import { useCallback, useSyncExternalStore } from 'react'
import * as z from 'zod'
import { keepDraft, readDraft } from '../drafts/drafts.ts'

const fileSchema = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() })
export type AnswerFile = z.infer<typeof fileSchema>

/** What a macro does to the conversation once the answer is accepted. */
const actionsSchema = z.object({
  status: z.enum(['open', 'waiting-customer', 'resolved', 'spam']).optional(),
  tags: z.object({ add: z.array(z.string()).readonly(), remove: z.array(z.string()).readonly() }).optional(),
  assign: z.object({ assignee: z.string().nullable().optional(), team: z.string().nullable().optional() }).optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
})
export type MacroActions = z.infer<typeof actionsSchema>

/**
 * An answer as it is being written, kept in this browser. `version` is that of the API's draft which it goes on from,
 * `dirty`: the API does not have it yet.
 */
const writtenSchema = z.object({
  text: z.string(),
  subject: z.string().optional(),
  /** Addresses that get a copy, as they are being written. */
  cc: z.string().optional(),
  files: z.array(fileSchema),
  way: z.string().optional(),
  everybody: z.boolean(),
  language: z.string().optional(),
  actions: actionsSchema.optional(),
  version: z.int().optional(),
  dirty: z.boolean(),
})
export type Written = z.infer<typeof writtenSchema>

export const nothingWritten: Written = { text: '', files: [], everybody: false, dirty: false }

export const isEmpty = ({ text, files }: Pick<Written, 'text' | 'files'>): boolean =>
  text.trim() === '' && files.length === 0

/** The same to the API, whatever else is chosen beside it. */
export const sameWords = (a: Written, b: Written): boolean =>
  a.text === b.text && (a.subject ?? '') === (b.subject ?? '') && idsOf(a).join() === idsOf(b).join()

export const idsOf = ({ files }: Pick<Written, 'files'>): string[] => files.map(({ id }) => id)

const placeOf = (conversation: string): string => `answer.${conversation}`
const listeners = new Set<() => void>()
const parsed = new Map<string, { raw: string; written: Written }>()

/** The same object for as long as nothing changed. What a former console kept in another form begins as its text. */
export function readWritten(subject: string, conversation: string): Written {
  const raw = readDraft(subject, placeOf(conversation))
  const key = `${subject} ${conversation}`
  const known = parsed.get(key)
  if (known?.raw === raw) return known.written
  const written = raw === '' ? nothingWritten : parse(raw)
  parsed.set(key, { raw, written })
  return written
}

function parse(raw: string): Written {
  try {
    return writtenSchema.parse(JSON.parse(raw))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      return { ...nothingWritten, text: raw, dirty: true }
    throw error
  }
}

/** Kept at once; whoever shows it hears of it. */
export function changeWritten(subject: string, conversation: string, change: (now: Written) => Written): void {
  const next = change(readWritten(subject, conversation))
  const isNothing = isEmpty(next) && !next.dirty && next.version === undefined && next.way === undefined
  keepDraft(subject, placeOf(conversation), isNothing ? '' : JSON.stringify(next))
  for (const listener of listeners) listener()
}

/** Other tabs of this browser write too. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

export type Change = (change: (now: Written) => Written) => void

export function useWritten(subject: string, conversation: string): [Written, Change] {
  const written = useSyncExternalStore(subscribe, () => readWritten(subject, conversation))
  const change = useCallback<Change>(next => changeWritten(subject, conversation, next), [subject, conversation])
  return [written, change]
}
