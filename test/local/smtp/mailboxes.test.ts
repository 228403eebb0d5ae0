import { expect, test } from 'vitest'
import { sourceStore } from '../../../adapters/dynamodb/source-store.ts'
import { memoryTable } from '../../../adapters/memory/table.ts'
import { defaultSource } from '../../../core/source/source.ts'
import { mailboxes } from '../../../local/smtp/mailboxes.ts'

const email = (value: string) => ({ type: 'email' as const, value })

test('mail to a mailbox, with any detail behind a plus sign, comes to its source; other mail does not', async () => {
  const sources = sourceStore(memoryTable())
  await sources.write({ ...defaultSource('shop', 'mail'), ownIdentifiers: [email('Help@Example.com')] })
  await sources.write({ ...defaultSource('news', 'mail'), ownIdentifiers: [email('help+news@example.com')] })
  const sourceOf = mailboxes(sources, () => 0)
  expect(await sourceOf('help@example.com')).toBe('shop')
  expect(await sourceOf('help+r.abc@example.com')).toBe('shop')
  expect(await sourceOf('help+news@example.com')).toBe('news')
  expect(await sourceOf('support+1@localhost')).toBe('support')
  expect(await sourceOf('sales@example.com')).toBeUndefined()
  expect(await sourceOf('sales+help@example.com')).toBeUndefined()
})
