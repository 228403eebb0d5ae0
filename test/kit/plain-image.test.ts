import { marshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainImage } from '../../functions/kit/plain-image.ts'
import { imageSchema } from '../../functions/kit/stream-image.ts'

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.uint8Array({ minLength: 1 }))
/** The SDK's marshall takes an object with a member of this name for an instance of a class. */
const name = fc.string({ minLength: 1 }).filter(text => text !== 'constructor')
const value = fc.oneof(scalar, fc.array(scalar), fc.dictionary(name, scalar), fc.constant(new Set(['a', 'b'])))
const item = fc.dictionary(name, value).map(rest => ({ ...rest, pk: 'p', sk: 's' }))

/** Bytes come in base64. */
const asLambda = (image: unknown): unknown =>
  JSON.parse(JSON.stringify(image, (_, one) => (one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one)))

test('an image is read as its schema reads it, whatever is in it', () => {
  fc.assert(
    fc.property(item, stored => {
      const image: Parameters<typeof plainImage>[0] = Object(asLambda(marshall(stored)))
      expect(plainImage(image)).toEqual(imageSchema.parse(image))
    }),
  )
})

test('an image without a key, or with an attribute of no type, is refused', () => {
  expect(() => plainImage({ pk: { S: 'p' } })).toThrow('without its key')
  expect(() => plainImage({ pk: { S: 'p' }, sk: { S: 's' }, x: Object({}) })).toThrow('not known')
})
