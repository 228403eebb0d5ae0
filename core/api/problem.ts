import * as z from 'zod'
import { refusalKinds } from '../reply/refusal.ts'
import { type ShownDraft, shownDraftSchema } from './draft.ts'

/** The kinds of problems, each with the HTTP status (RFC 9110 section 15.5) and title it always has. */
export const problemKinds = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'not-kept': { status: 400, title: 'Reports do not keep this' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This path takes another method' },
  conflict: { status: 409, title: 'This contradicts what is there' },
  'answer-held': { status: 409, title: 'Look at this before the answer goes out' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'invalid-request': { status: 422, title: 'Some fields are missing or wrong' },
  'internal-error': { status: 500, title: 'Something failed here' },
  'try-again': { status: 503, title: 'Try again in a moment' },
} as const
export type ProblemKind = keyof typeof problemKinds

/** What speaks against an answer; a `waivable` one goes out when its kind is sent along in `waive`. */
export const refusalSchema = z
  .object({ kind: z.enum(refusalKinds), message: z.string(), entryIds: z.array(z.string()), waivable: z.boolean() })
  .meta({ id: 'Refusal' })
export type RefusalBody = z.infer<typeof refusalSchema>

/** What is wrong with a request, by RFC 9457. `field` names the part of it, like `query.limit` or `body.a.value`. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    refusals: z.array(refusalSchema).optional(),
    draft: shownDraftSchema.optional().describe('what stands there now'),
  })
  .meta({ id: 'Problem' })
export type ProblemBody = z.infer<typeof problemSchema>

export type FieldError = { field: string; message: string }

/** Thrown to refuse a request. `detail` says what to do about it and quotes nothing of the request. */
export class Problem extends Error {
  override name = 'Problem'
  kind: ProblemKind
  errors: FieldError[]
  refusals: RefusalBody[]
  draft: ShownDraft | undefined
  headers: Record<string, string>

  constructor(
    kind: ProblemKind,
    detail?: string,
    more: {
      errors?: FieldError[]
      refusals?: RefusalBody[]
      draft?: ShownDraft
      headers?: Record<string, string>
    } = {},
  ) {
    super(detail ?? problemKinds[kind].title)
    this.kind = kind
    this.errors = more.errors ?? []
    this.refusals = more.refusals ?? []
    this.draft = more.draft
    this.headers = more.headers ?? {}
  }

  get status(): number {
    return problemKinds[this.kind].status
  }

  /** The body of the answer. */
  get body(): ProblemBody {
    const { status, title } = problemKinds[this.kind]
    const detail = this.message === title ? {} : { detail: this.message }
    return {
      type: `urn:throughline:problem:${this.kind}`,
      title,
      status,
      ...detail,
      ...(this.errors.length > 0 && { errors: this.errors }),
      ...(this.refusals.length > 0 && { refusals: this.refusals }),
      ...(this.draft && { draft: this.draft }),
    }
  }
}
