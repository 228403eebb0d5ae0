import { expect, test } from 'vitest'
import type { Identifier } from '../../core/contact/identifier.ts'
import { customersOfStreams } from '../../core/identity/customers-of-streams.ts'

const phone: Identifier = { type: 'phone', value: '+442079460018' }
const pointer = { identifier: phone, customer: 'bob', class: 'personal' as const, epochs: [{ epoch: 0 }, { epoch: 1 }] }

test('a number that was given to somebody else leads to them from its later epoch only', async () => {
  const asked: Identifier[][] = []
  const readPointers = async (identifiers: Identifier[]) => {
    asked.push(identifiers)
    return [pointer]
  }
  const streams = ['phone:+442079460018', 'phone:+442079460018~1', 'email:nobody@example.com']
  const found = await customersOfStreams(readPointers, streams)
  expect([...found]).toEqual([['phone:+442079460018~1', 'bob']])
  expect(asked).toEqual([[phone, { type: 'email', value: 'nobody@example.com' }]])
})

test('nothing is read for no streams', async () => {
  const found = await customersOfStreams(() => Promise.reject(new Error('read')), [])
  expect(found.size).toBe(0)
})
