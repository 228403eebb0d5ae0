import { type Identifier, type IdentifierType, parseIdentifierName } from '../contact/identifier.ts'

/** A stream of a customer; `asserted` when only unproven links connect it to the customer's head. */
export type Member = { stream: string; asserted: boolean }

/** Numbers and addresses are given to other people; networks' permanent ids and the company's own are not. */
const recycled: readonly IdentifierType[] = ['phone', 'email', 'whatsapp']
const laterEpoch = /^(.*)~([1-9]\d*)$/s

/** The identifier and epoch a stream is named for: the reverse of `streamName`. Throws on a name that is none. */
export function parseStream(stream: string): { identifier: Identifier; epoch: number } {
  const identifier = parseIdentifierName(stream)
  if (identifier === undefined) throw new Error('not the name of a stream')
  const later = recycled.includes(identifier.type) ? laterEpoch.exec(identifier.value) : null
  if (later?.[1] === undefined) return { identifier, epoch: 0 }
  return { identifier: { type: identifier.type, value: later[1] }, epoch: Number(later[2]) }
}

export const streamIdentifier = (stream: string): Identifier => parseStream(stream).identifier

/** How many streams of one type a customer may hold: what goes beyond is more likely a shared line than a person. */
export function memberLimit(type: IdentifierType): number {
  if (type === 'account' || type === 'line') return 1
  return type === 'phone' || type === 'email' ? 5 : 2
}

/** The best known name of a person comes first and gives the customer its id. */
export function memberRank(type: IdentifierType): number {
  if (type === 'account') return 0
  if (type === 'email') return 1
  return type === 'phone' ? 2 : 3
}
