import * as z from 'zod'
import {
  type CustomerRecord,
  customerRecordSchema,
  type LogEntry,
  logEntrySchema,
  type Marker,
  markerSchema,
  type Pointer,
  pointerSchema,
  type Review,
  reviewSchema,
} from '../../core/identity/customer-record.ts'
import { type CannotLink, cannotLinkSchema, type Edges, type Link, linkSchema } from '../../core/identity/link.ts'
import { identityKeys } from './keys.ts'
import type { Item } from './table.ts'

/** An item as it is stored: the domain's own shape, parsed on the way in and out, with key and schema version. */
const v = { v: z.literal(1) }
const pointerItem = pointerSchema.extend(v)
const recordItem = customerRecordSchema.extend(v)
const linkItem = linkSchema.extend(v)
const cannotLinkItem = cannotLinkSchema.extend(v)
const logItem = logEntrySchema.extend(v)
const markerItem = markerSchema.extend(v)
const reviewItem = reviewSchema.extend(v)

export const writePointer = (pointer: Pointer): Item => ({
  ...pointerItem.parse({ ...pointer, v: 1 }),
  ...identityKeys.pointer(pointer.identifier),
})

export const writeRecord = (record: CustomerRecord): Item => ({
  ...recordItem.parse({ ...record, v: 1 }),
  ...identityKeys.customer(record.id),
})

export const writeLogEntry = (entry: LogEntry): Item => ({
  ...logItem.parse({ ...entry, v: 1 }),
  ...identityKeys.log(entry.customer, entry.seq),
})

export const writeMarker = (marker: Marker): Item => ({
  ...markerItem.parse({ ...marker, v: 1 }),
  ...identityKeys.step(marker.operation.id, marker.step),
})

export const writeReview = (review: Review): Item => ({
  ...reviewItem.parse({ ...review, v: 1 }),
  ...identityKeys.review(review.id),
})

/** The copy of a link that lies under one of its ends. */
export const writeLink = (birth: string, link: Link): Item => ({
  ...linkItem.parse({ ...link, v: 1 }),
  ...identityKeys.link(birth, link.id),
})

export const writeCannotLink = (birth: string, cannotLink: CannotLink): Item => ({
  ...cannotLinkItem.parse({ ...cannotLink, v: 1 }),
  ...identityKeys.cannotLink(birth, cannotLink.id),
})

export const readPointer = (item: Item): Pointer => pointerSchema.parse(item)
export const readRecord = (item: Item): CustomerRecord => customerRecordSchema.parse(item)
export const readLogEntry = (item: Item): LogEntry => logEntrySchema.parse(item)
export const readMarker = (item: Item): Marker => markerSchema.parse(item)
export const readReview = (item: Item): Review => reviewSchema.parse(item)
export const readLink = (item: Item): Link => linkSchema.parse(item)

export function readEdges(items: Item[]): Edges {
  const edges: Edges = { links: [], cannotLinks: [] }
  for (const item of items) {
    if (isLinkItem(item)) edges.links.push(linkSchema.parse(item))
    else edges.cannotLinks.push(cannotLinkSchema.parse(item))
  }
  return edges
}

const isLinkItem = ({ pk, sk }: Item): boolean => sk.startsWith(identityKeys.link(pk, '').sk)
