import { expect, test } from 'vitest'
import { facebookSender } from '../../adapters/providers/meta/sender.ts'
import { whatsappSender } from '../../adapters/providers/meta/whatsapp.ts'
import { xSender } from '../../adapters/providers/x/sender.ts'
import { startMeta } from '../../bench/networks/meta.ts'
import { startX } from '../../bench/networks/x.ts'
import type { SourceSecrets } from '../../core/webhook/source-secrets.ts'
import { person, replyOn, withFile } from './replies.ts'

const unreadable = {
  read: async () => {
    throw new Error('the store of files is not there')
  },
}
const access = (secrets: SourceSecrets) => ({ secrets: async () => secrets, raw: unreadable })
const page = { network: 'facebook', id: '111', token: 'token-page' } as const
const number = { network: 'whatsapp', id: '114', token: 'token-whatsapp' } as const
const app = { appSecret: 'app-secret', verifyToken: 'verify', tokens: { 111: page.token, 114: number.token } }

const ways = [
  {
    name: 'X',
    start: () => startX({ userId: '100', token: 'token-100' }),
    sender: (apiUrl: string) =>
      xSender(access({ x: { consumerSecret: 'secret', userToken: 'token-100', userId: '100', apiUrl } })),
    reply: replyOn({ network: 'x', form: 'post', inReplyTo: '501' }, ''),
  },
  {
    name: 'Facebook',
    start: () => startMeta({ accounts: [page] }),
    sender: (apiUrl: string) => facebookSender(access({ meta: { ...app, apiUrl } })),
    reply: replyOn(
      { network: 'facebook', form: 'direct', account: 'facebook:111', to: [person('facebook', '111:501')] },
      '',
    ),
  },
  {
    name: 'WhatsApp',
    start: () => startMeta({ accounts: [number] }),
    sender: (apiUrl: string) => whatsappSender(access({ meta: { ...app, apiUrl } })),
    reply: replyOn(
      { network: 'whatsapp', form: 'direct', account: 'whatsapp:114', to: [person('whatsapp', '442079460111')] },
      '',
    ),
  },
]

test.each(ways)(
  'a file that cannot be read now goes with its answer on $name later, and nothing left before',
  async way => {
    const there = await way.start()
    try {
      const sent = await way.sender(there.url).send(withFile(way.reply))
      expect(sent).toMatchObject({ outcome: 'later', code: 'file-unreadable' })
      expect(there.attempts()).toBe(0)
    } finally {
      await there.close()
    }
  },
)
