import { expect, test } from 'vitest'
import * as z from 'zod'
import { requireAttachments } from '../../functions/serve-api/reply-attachments.ts'
import { makeStack } from './stack.ts'

const stack = makeStack()
const announce = async (name: string) => {
  const body = { name, mediaType: 'application/pdf', bytes: 5 }
  const { body: started } = await stack.call('POST', '/v1/attachments', { body })
  return z.object({ id: z.string() }).parse(started).id
}

test('an answer carries the announced files in its own order', async () => {
  const [first, second] = [await announce('first.pdf'), await announce('second.pdf')]
  expect(await requireAttachments(stack.deps, [second, first])).toMatchObject([
    { name: 'second.pdf', object: `attachments/${second}/second.pdf`, bytes: 5 },
    { name: 'first.pdf' },
  ])
  expect(await requireAttachments(stack.deps, [])).toEqual([])
})

test('one that was never announced is named', async () => {
  const known = await announce('first.pdf')
  await expect(requireAttachments(stack.deps, [known, '0'.repeat(32)])).rejects.toMatchObject({
    kind: 'invalid-request',
    errors: [{ field: 'body.attachments.1' }],
  })
})
