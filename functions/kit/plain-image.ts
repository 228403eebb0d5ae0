import type { AttributeValue } from 'aws-lambda'
import type { Item } from '../../adapters/dynamodb/table.ts'

/**
 * An image of a stream record as plain data, like imageSchema makes it, at a fraction of its cost: whoever reads a stream
 * reads every item of it. What comes out is parsed by the schema of the item.
 */
export function plainImage({ pk, sk, ...rest }: Record<string, AttributeValue>): Item {
  if (pk?.S === undefined || sk?.S === undefined) throw new Error('an image without its key')
  return { ...plainMap(rest), pk: pk.S, sk: sk.S }
}

const plainMap = (attributes: Record<string, AttributeValue>): Record<string, unknown> => {
  const plain: Record<string, unknown> = {}
  for (const [name, attribute] of Object.entries(attributes)) plain[name] = plainValue(attribute)
  return plain
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html */
function plainValue(attribute: AttributeValue): unknown {
  if (attribute.S !== undefined) return attribute.S
  if (attribute.N !== undefined) return Number(attribute.N)
  if (attribute.BOOL !== undefined) return attribute.BOOL
  if (attribute.M !== undefined) return plainMap(attribute.M)
  if (attribute.L !== undefined) return attribute.L.map(plainValue)
  if (attribute.NULL === true) return null
  if (attribute.B !== undefined) return Buffer.from(attribute.B, 'base64')
  if (attribute.SS !== undefined) return new Set(attribute.SS)
  if (attribute.NS !== undefined) return new Set(attribute.NS.map(Number))
  if (attribute.BS !== undefined) return new Set(attribute.BS.map(bytes => Buffer.from(bytes, 'base64')))
  throw new Error('an attribute of a type that is not known')
}
