import * as z from 'zod'
import { type ProblemKind, problemKinds } from '../../core/api/problem.ts'

/** What speaks against an answer; a `waivable` one goes out when its kind is sent along in `waive`. */
const refusalSchema = z.object({
  kind: z.string(),
  message: z.string(),
  entryIds: z.array(z.string()),
  waivable: z.boolean(),
})
export type Refusal = z.infer<typeof refusalSchema>

/** The draft that stands where another version was to be kept. */
const standingDraftSchema = z.object({
  text: z.string(),
  subject: z.string().optional(),
  attachments: z.array(z.string()).readonly(),
  files: z
    .array(z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() }))
    .readonly()
    .default([]),
  version: z.int(),
  updatedBy: z.string(),
  updatedAt: z.string(),
})
export type StandingDraft = z.infer<typeof standingDraftSchema>

/** A problem by RFC 9457, as far as the console reads it. */
const problemSchema = z.object({
  type: z.string().optional(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  refusals: z.array(refusalSchema).optional(),
  draft: standingDraftSchema.optional(),
})
type ProblemBody = z.infer<typeof problemSchema>

/** The API answered, and refused. `detail` says what to do about it. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  status: number
  /** Which kind of problem it is; undefined for what this version does not know. */
  kind: ProblemKind | undefined
  detail: string | undefined
  errors: { field: string; message: string }[]
  refusals: Refusal[]
  draft: StandingDraft | undefined

  constructor(status: number, body: ProblemBody | undefined) {
    super(body?.title ?? `HTTP ${status}`)
    this.status = status
    this.kind = kindIn(body?.type)
    this.detail = body?.detail
    this.errors = body?.errors ?? []
    this.refusals = body?.refusals ?? []
    this.draft = body?.draft
  }
}

const kinds = Object.keys(problemKinds)
const isKind = (text: string): text is ProblemKind => kinds.includes(text)

function kindIn(type = ''): ProblemKind | undefined {
  const named = type.replace('urn:throughline:problem:', '')
  return isKind(named) ? named : undefined
}

/** No answer came: the network, or the API, is away. */
export class Unreachable extends Error {
  override name = 'Unreachable'

  constructor(cause: unknown) {
    super('No answer came.', { cause })
  }
}

/** Undefined for an answer that is no problem document, like the page of a proxy. */
export async function problemIn(response: Response): Promise<ProblemBody | undefined> {
  try {
    const parsed = problemSchema.safeParse(await response.json())
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
