import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { identifierSchema } from '../contact/identifier.ts'
import { refusalReasons } from './groups.ts'
import { cannotLinkSchema, linkSchema, linkTiers } from './link.ts'

/**
 * Where an identifier points: its customer, and from when on each epoch of it holds (an identifier that was given to
 * somebody else gets a later epoch). `class` is what its links and the identifier itself make of it.
 */
export const pointerSchema = z.object({
  identifier: identifierSchema,
  customer: z.string(),
  class: z.enum(['personal', 'shared', 'blocked']),
  epochs: z.array(z.object({ epoch: z.int().min(0), from: instantSchema.optional() })).min(1),
})
export type Pointer = z.infer<typeof pointerSchema>

const memberSchema = z.object({ stream: z.string(), asserted: z.boolean() })

/**
 * What a customer consists of. Members come head first. A customer whose streams all went elsewhere has no members and
 * redirects, in one hop, to the customer that now holds the stream it is named for.
 */
export const customerStateSchema = z.object({ members: z.array(memberSchema), redirect: z.string().optional() })
export type CustomerState = z.infer<typeof customerStateSchema>

/** `version` counts the decisions that concerned this customer; its identity log has one entry for each. */
export const customerRecordSchema = customerStateSchema.extend({
  id: z.string(),
  version: z.int().min(1),
  createdAt: instantSchema,
})
export type CustomerRecord = z.infer<typeof customerRecordSchema>

export const operationKinds = ['identify', 'link', 'revoke', 'cannot-link', 'merge', 'unmerge'] as const

/** Who decides what and why. `id` is chosen by the caller: the same id again is the same operation. */
export const operationSchema = z.object({
  id: z.string().min(1).max(128),
  kind: z.enum(operationKinds),
  by: z.string().min(1).max(256),
  reason: z.string().max(1000).optional(),
  contactId: z.string().max(64).optional(),
})
export type Operation = z.infer<typeof operationSchema>

const edgeChangeSchema = z.object({
  id: z.string(),
  rule: z.string().optional(),
  tier: z.enum(linkTiers).optional(),
  state: z.enum(['active', 'revoked']),
  refused: z.enum(refusalReasons).optional(),
})

/** One decision as one customer saw it. `before` is absent when the customer did not exist. */
export const logEntrySchema = z.object({
  customer: z.string(),
  seq: z.int().min(1),
  operation: operationSchema,
  at: instantSchema,
  before: customerStateSchema.optional(),
  after: customerStateSchema,
  changes: z.array(edgeChangeSchema),
})
export type LogEntry = z.infer<typeof logEntrySchema>
export type EdgeChange = z.infer<typeof edgeChangeSchema>

/** Proof that a step of an operation committed, kept for good. `remaining` edges are what the next steps still change. */
export const markerSchema = z.object({
  operation: operationSchema,
  step: z.int().min(0),
  at: instantSchema,
  remaining: z.array(z.union([linkSchema, cannotLinkSchema])),
})
export type Marker = z.infer<typeof markerSchema>

/** Links that were not made because too much hangs together there; somebody has to look. */
export const reviewSchema = z.object({
  id: z.string(),
  operation: operationSchema,
  at: instantSchema,
  links: z.array(linkSchema),
})
export type Review = z.infer<typeof reviewSchema>
