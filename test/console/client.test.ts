import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generateClient } from '../../console/client/generate.ts'
import { operations } from '../../console/client/operations.ts'
import { makeStack } from '../api/stack.ts'

const biome = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url))
const formatted = (source: string): string =>
  execFileSync(biome, ['format', '--stdin-file-path=console/client/api.ts'], { input: source, encoding: 'utf8' })

describe('the client of the API', () => {
  test('is what openapi.json makes of it: run this test with -u to make it again', async () => {
    const { body } = await makeStack().call('GET', '/openapi.json', { groups: null })
    await expect(formatted(generateClient(body, operations))).toMatchFileSnapshot('../../console/client/api.ts')
  })

  test('is not made for an operation that the API does not have', async () => {
    const { body } = await makeStack().call('GET', '/openapi.json', { groups: null })
    expect(() => generateClient(body, { gone: 'getV1Gone' })).toThrow('getV1Gone')
  })
})
