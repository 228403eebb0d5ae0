import { ConnectClient } from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryTable } from '../../adapters/memory/table.ts'
import { networkSenders } from '../../adapters/providers/network-senders.ts'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { type Networks, startNetworks } from '../../bench/networks/networks.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { makeOutbox } from '../reply/provider.ts'
import { reply as waitingReply } from '../reply/replies.ts'
import { files, person } from './replies.ts'

/** What may go wrong at one request, and when the process dies. */
const faults = fc.record({
  script: fc.array(fc.constantFrom('none', 'reset', 'error', 'taken, reset', 'taken, error', 'rate-limit'), {
    maxLength: 4,
  }),
  dieAt: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
})

type Way = Pick<Reply['route'], 'network' | 'form' | 'account' | 'to' | 'inReplyTo'>
const ways = {
  'a post on X': { network: 'x', form: 'post', account: 'x:100', to: [person('x', '2001')], inReplyTo: '501' },
  'a comment on Facebook': {
    ...{ network: 'facebook', form: 'comment', account: 'facebook:111' },
    ...{ to: [person('facebook', '111:501')], inReplyTo: '222_333' },
  },
  'a message on Instagram': {
    ...{ network: 'instagram', form: 'direct', account: 'instagram:112' },
    to: [person('instagram', '112:502')],
  },
  'a message on WhatsApp': {
    ...{ network: 'whatsapp', form: 'direct', account: 'whatsapp:114' },
    to: [person('whatsapp', '442079460111')],
  },
} satisfies Record<string, Way>

describe('answers through the outbox, whatever the network does and whoever dies', () => {
  const client = new ConnectClient({ region: 'eu-west-2', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
  let networks: Networks
  let count = 0
  beforeAll(async () => {
    networks = await startNetworks({ x: '100', facebook: '111', instagram: '112', whatsapp: '114' }, 'the-token')
  })
  afterAll(() => networks.close())

  /** Sends one answer of its own words under these faults, and says how often the network has it. */
  async function play(way: Way, { script, dieAt }: { script: string[]; dieAt: number[] }) {
    const there: Loopback = way.network === 'x' ? networks.x : networks.meta
    const secrets = networks.secretsWith({ x: { consumerSecret: 'x' }, meta: { appSecret: 'a', verifyToken: 'v' } })
    const sender = networkSenders({ secrets: async () => secrets, raw: files }, client)[
      way.network === 'mail' ? 'x' : way.network
    ]
    there.fault(attempt => (script[attempt] === 'none' ? undefined : script[attempt]))
    count += 1
    const text = `Answer number ${count}: see https://example.com/${count}`
    const id = count.toString(16).padStart(32, '0')
    const reply = waitingReply({
      id,
      route: { ...way, source: 'social', cc: [], references: [] },
      content: { text, attachments: [] },
    })
    const outbox = await makeOutbox(memoryTable(), reply, sender, dieAt)
    await outbox.run()
    const took = there.sent.filter(taken => taken.text === text)
    return { took, state: await outbox.state() }
  }

  test.each(['a post on X', 'a comment on Facebook', 'a message on Instagram'] as const)(
    '%s is there exactly once, under the id that we know',
    async name => {
      await fc.assert(
        fc.asyncProperty(faults, async fault => {
          const { took, state } = await play(ways[name], fault)
          expect(took).toHaveLength(1)
          expect([state?.status, state?.providerId]).toEqual(['sent', took[0]?.id])
        }),
        { numRuns: 50 },
      )
    },
    60_000,
  )

  test('a message on WhatsApp is never there twice, and never lost without a word', async () => {
    await fc.assert(
      fc.asyncProperty(faults, async fault => {
        const { took, state } = await play(ways['a message on WhatsApp'], fault)
        expect(took.length).toBeLessThanOrEqual(1)
        expect(['sent', 'unknown']).toContain(state?.status)
        if (state?.status === 'sent') expect(took.map(({ id }) => id)).toEqual([state.providerId])
      }),
      { numRuns: 50 },
    )
  }, 60_000)
})
