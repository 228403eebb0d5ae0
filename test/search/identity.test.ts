import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memorySearchIndex } from '../../adapters/memory/search-index.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { understandQuery } from '../../core/search/query.ts'
import { type FoundPage, search } from '../../core/search/search.ts'
import { remove } from '../../core/timeline/remove.ts'
import { searchDeps } from '../../functions/serve-api/search-access.ts'
import { makeStack } from '../api/stack.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'

const carol: Identifier = { type: 'email', value: 'carol@example.com' }
const person = fc.constantFrom(alice, bob, carol)
const name = fc.constantFrom('one', 'two', 'three', 'four')

type Step =
  | { do: 'write'; name: string; from: Identifier; text: string; revision: number }
  | { do: 'delete'; name: string }
  | { do: 'merge'; a: Identifier; b: Identifier }
  | { do: 'unmerge'; a: Identifier }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    name,
    from: person,
    text: fc.constantFrom('the kettle leaks', 'a kettle, please', 'nothing at all'),
    revision: fc.nat(2),
  }),
  fc.record({ do: fc.constant('delete' as const), name }),
  fc.record({ do: fc.constant('merge' as const), a: person, b: person }),
  fc.record({ do: fc.constant('unmerge' as const), a: person }),
)

const shown = ({ items }: FoundPage) => items.map(({ entry, customer }) => [entry.entryId, customer])

test('both indexes find the same, and each contact is of who holds its stream now, whatever was merged and unmerged', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async steps => {
      const stack = makeStack()
      const { timeline } = stack.deps
      const memory = memorySearchIndex()
      const customerOf = async (identifier: Identifier) =>
        (await findCustomer((await stack.deps.identity()).store, identifier))?.id
      /** A contact moves with its author: each place it may have been at is looked at again. */
      const indexed = async (contactId: string) => {
        const sortAt = mail('any').occurredAt
        for (const { type, value } of [alice, bob, carol])
          for (const index of [stack.deps.searchIndex, memory])
            await indexContact(
              { index, timeline },
              { v: 1, type: 'contact', contactId, stream: `${type}:${value}`, sortAt },
            )
      }
      const carryOut = async (one: Step) => {
        if (one.do === 'write') {
          const contact = mail(one.name, {
            from: { identifier: one.from },
            text: one.text,
            revision: one.revision,
            evidence: [],
          })
          await stack.receive(contact)
          return indexed(contact.id)
        }
        if (one.do === 'delete') {
          await remove(timeline, { contactId: mail(one.name).id, deletedAt: '2026-03-05T00:00:00.000Z' })
          return indexed(mail(one.name).id)
        }
        const id = await customerOf(one.a)
        if (one.do === 'unmerge') {
          return void (await stack.call('POST', `/v1/customers/${id}/unmerge`, {
            body: { identifiers: [one.a], reason: 'two' },
          }))
        }
        return void (await stack.call('POST', `/v1/customers/${id}/merge`, {
          body: { with: await customerOf(one.b), reason: 'one' },
        }))
      }
      for (const one of steps) {
        await carryOut(one)
        const query = understandQuery('kettle')
        const found = await search(searchDeps(stack.deps), query, { limit: 9 })
        expect(shown(found)).toEqual(
          shown(await search(searchDeps({ ...stack.deps, searchIndex: memory }), query, { limit: 9 })),
        )
        for (const { entry, customer } of found.items)
          expect(customer).toBe(await customerOf(streamIdentifier(entry.place.stream)))
      }
    }),
    { numRuns: 80 },
  ))
