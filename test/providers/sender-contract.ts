import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { type Reply, troubleSchema } from '../../core/reply/reply.ts'
import type { Sender, Sent } from '../../core/reply/sender.ts'

/** How a sender is put to the test: its stand-in, itself at an address, and replies for it. */
export type Contract = {
  start: () => Promise<Loopback>
  senderAt: (url: string, fetch?: typeof globalThis.fetch) => Sender
  /** The same sender without our account's token. */
  unconnected: (url: string) => Sender
  reply: (text: string) => Reply
  /** Refusals that the stand-in can be told to give, and what the sender calls them. */
  refusals: [fault: string, code: string][]
  rateLimit: string
}

const told = (sent: Sent): string => (sent.outcome === 'sent' ? sent.outcome : `${sent.outcome} ${sent.code}`)

/** What every sender promises (core/reply/sender.ts), whichever network it is. */
export function senderContract(name: string, contract: Contract): void {
  describe(name, () => {
    let there: Loopback
    let sender: Sender
    beforeEach(async () => {
      there = await contract.start()
      sender = contract.senderAt(there.url, fetchWhile(there))
    })
    afterEach(() => there.close())

    test('what the provider took has the id that it is called by there', async () => {
      const first = await sender.send(contract.reply('The first answer.'))
      const second = await sender.send(contract.reply('The second answer.'))
      expect([first, second]).toMatchObject(there.sent.map(({ id }) => ({ outcome: 'sent', providerId: id })))
      expect(there.sent).toHaveLength(2)
    })

    test.each(contract.refusals)(
      '%s is for good, and says what to do without quoting the answer',
      async (fault, code) => {
        there.fault([fault])
        const sent = await sender.send(contract.reply('A secret of Alice.'))
        expect(told(sent)).toBe(`refused ${code}`)
        expect(troubleSchema.safeParse({ ...sent, at: new Date().toISOString() }).success).toBe(true)
        expect(JSON.stringify(sent)).not.toContain('Alice')
        expect([there.sent.length, there.attempts()]).toEqual([0, 1])
      },
    )

    test('a rate limit is later, after as long as the provider says, and then it is taken', async () => {
      there.fault([contract.rateLimit])
      const sent = await sender.send(contract.reply('An answer.'))
      expect(sent).toMatchObject({ outcome: 'later', code: 'rate-limit', afterSeconds: expect.any(Number) })
      expect(sent.outcome === 'later' && sent.afterSeconds).toBeGreaterThan(0)
      expect(there.sent).toEqual([])
      expect(told(await sender.send(contract.reply('An answer.')))).toBe('sent')
    })

    test('a provider that cannot be reached certainly did not take it', async () => {
      await there.close()
      expect(told(await sender.send(contract.reply('An answer.')))).toBe('later not-reached')
      expect((await sender.look?.(contract.reply('An answer.')))?.outcome ?? 'unclear').toBe('unclear')
    })

    test('without our token nothing is sent', async () => {
      expect(told(await contract.unconnected(there.url).send(contract.reply('An answer.')))).toBe(
        'refused not-connected',
      )
      expect(there.attempts()).toBe(0)
    })

    test.each(['silence', 'reset', 'error'])(
      '%s before it was taken is unclear, and looking does not find it',
      async how => {
        there.fault([how])
        const reply = contract.reply('An answer.')
        expect((await sender.send(reply)).outcome).toBe('unclear')
        if (sender.look) expect(await sender.look(reply)).toEqual({ outcome: 'absent' })
      },
    )

    test.each(['silence', 'reset', 'error'])('%s after it was taken is unclear, and it is there once', async how => {
      await sender.send(contract.reply('Another answer, before.'))
      there.fault([`taken, ${how}`])
      const reply = contract.reply('An answer, see https://example.com/help & call us <3')
      expect((await sender.send(reply)).outcome).toBe('unclear')
      await sender.send(contract.reply('Another answer, after.'))
      const ours = there.sent[1]?.id
      if (sender.look) expect(await sender.look(reply)).toMatchObject({ outcome: 'found', providerId: ours })
      if (sender.idempotent) expect(await sender.send(reply)).toMatchObject({ outcome: 'sent', providerId: ours })
      expect(there.sent).toHaveLength(3)
    })

    test('what was never sent is not found, and nothing is known while the provider cannot be asked', async () => {
      const reply = contract.reply('Never sent.')
      if (sender.look) expect(await sender.look(reply)).toEqual({ outcome: 'absent' })
      there.failReads(true)
      if (sender.look) expect(await sender.look(reply)).toEqual({ outcome: 'unclear' })
    })
  })
}

/** A fetch whose time is over when the provider falls silent: no clock decides whether a test passes. */
function fetchWhile(there: Loopback): typeof globalThis.fetch {
  return async (url, init) => {
    const over = there.silent().then(() => {
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    })
    return Promise.race([fetch(url, init), over])
  }
}
