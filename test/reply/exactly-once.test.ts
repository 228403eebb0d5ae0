import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryTable } from '../../adapters/memory/table.ts'
import { type Fate, makeOutbox, makeProvider, type Protection } from './provider.ts'
import { reply } from './replies.ts'

const fate = fc.constantFrom<Fate[]>('takes', 'deaf', 'busy', 'unreachable', 'dies before', 'dies after')
const faults = fc.record({
  fates: fc.array(fate, { maxLength: 6 }),
  dieAt: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
  again: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 5 }),
})

async function play(
  protection: Protection,
  { fates, dieAt, again }: { fates: Fate[]; dieAt: number[]; again: number[] },
) {
  const provider = makeProvider(protection, [...fates])
  const outbox = await makeOutbox(memoryTable(), reply(), provider.sender, dieAt)
  for (const seconds of again) outbox.tellAgain(seconds)
  await outbox.run()
  return { took: provider.took, recorded: outbox.recorded, state: await outbox.state() }
}

describe('whatever fails, whoever dies and however often it is told', () => {
  test.each(['key', 'look'] as const)(
    'with a %s at the provider a reply is sent exactly once, and recorded',
    async how => {
      await fc.assert(
        fc.asyncProperty(faults, async fault => {
          const { took, recorded, state } = await play(how, fault)
          expect(took).toHaveLength(1)
          expect(state?.status).toBe('sent')
          expect(new Set(recorded).size).toBe(1)
        }),
        { numRuns: 400 },
      )
    },
  )

  test('with neither it is never sent twice, and never lost without a word', async () => {
    await fc.assert(
      fc.asyncProperty(faults, async fault => {
        const { took, recorded, state } = await play('none', fault)
        expect(took.length).toBeLessThanOrEqual(1)
        expect(['sent', 'unknown']).toContain(state?.status)
        if (state?.status === 'sent') expect([took.length, new Set(recorded).size]).toEqual([1, 1])
      }),
      { numRuns: 400 },
    )
  })
})
