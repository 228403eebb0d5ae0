import { limits } from '../limits.ts'
import { type Delimiters, delimiterLines } from './delimiters.ts'
import { type Field, fieldValue, readHeader } from './header-block.ts'
import { readStructured, type StructuredValue } from './header-params.ts'

/**
 * A node of the MIME tree. `path` numbers it as IMAP does (RFC 3501 section 6.4.5): the parts of a multipart are 1, 2,
 * 2.1; the body of a mail without parts is 1. `start` and `end` bound the encoded body in the bytes of the mail.
 */
export type Part = {
  path: string
  fields: Field[]
  type: StructuredValue
  disposition: StructuredValue
  start: number
  end: number
  children: Part[]
}

const partBudget = { bytes: limits.partHeaderBytes, fields: limits.partHeaderFields, passEmpty: false }
const defaultType = { value: 'text/plain', params: new Map<string, string>() }
const messageType = { value: 'message/rfc822', params: new Map<string, string>() }

type Reader = { bytes: Uint8Array; bodyStart: number; delimiters: Delimiters | undefined; parts: number }

/**
 * Reads a mail into its tree of parts. Nothing is copied or decoded; an embedded message is a leaf, as is a
 * multipart without parts. Nesting and number of parts are limited: what lies beyond stays inside the last part read.
 */
export function readParts(bytes: Uint8Array): Part {
  const header = readHeader(bytes, 0, bytes.length)
  const reader = { bytes, bodyStart: header.bodyStart, delimiters: undefined, parts: 0 }
  return readPart(reader, header, { path: '', end: bytes.length, depth: 0, inDigest: false })
}

type Place = { path: string; end: number; depth: number; inDigest: boolean }

function readPart(reader: Reader, { fields, bodyStart }: ReturnType<typeof readHeader>, place: Place): Part {
  reader.parts++
  const field = fieldValue(fields, 'content-type')
  const type = field === undefined || field === '' ? undeclared(place) : readStructured(field)
  const part: Part = {
    path: place.path === '' && !isMultipart(type) ? '1' : place.path,
    fields,
    type,
    disposition: readStructured(fieldValue(fields, 'content-disposition') ?? ''),
    start: Math.min(bodyStart, place.end),
    end: place.end,
    children: [],
  }
  if (!isMultipart(type) || place.depth >= limits.depth) return part
  part.children = readChildren(reader, part, place.depth)
  return part.children.length > 0 || part.path !== '' ? part : { ...part, path: '1' }
}

const isMultipart = (type: StructuredValue): boolean => type.value.startsWith('multipart/')

/** RFC 2046 section 5.1.5: what stands in a digest without a type is a message. */
const undeclared = ({ inDigest }: Place): StructuredValue => (inDigest ? messageType : defaultType)

function readChildren(reader: Reader, parent: Part, depth: number): Part[] {
  const children: Part[] = []
  const inDigest = parent.type.value === 'multipart/digest'
  const boundary = parent.type.params.get('boundary')
  reader.delimiters ??= delimiterLines(reader.bytes, reader.bodyStart)
  for (const [start, end] of reader.delimiters.between(parent.start, parent.end, boundary)) {
    if (reader.parts >= limits.parts) break
    const path = `${parent.path === '' ? '' : `${parent.path}.`}${children.length + 1}`
    const header = readHeader(reader.bytes, start, end, partBudget)
    children.push(readPart(reader, header, { path, end, depth: depth + 1, inDigest }))
  }
  return children
}

/** The parts that hold something, in their order. */
export function leaves(part: Part): Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves)
}

/** A message inside of the mail: forwarded, or returned by a bounce. */
export const isEncapsulated = (part: Part): boolean =>
  part.type.value === 'message/rfc822' || part.type.value === 'message/global'
