import { memoryRawStore } from '../../../adapters/memory/raw-store.ts'
import { mailSender } from '../../../adapters/providers/mail/mail-sender.ts'
import { sesClient } from '../../../adapters/providers/mail/ses-client.ts'
import { startSes } from '../../../bench/networks/ses.ts'
import { shop, tokenKey } from '../../reply/mail-letters.ts'
import { person, replyOn } from '../replies.ts'
import { senderContract } from '../sender-contract.ts'

const region = 'eu-west-1'

function senderAt(endpoint: string, source = shop) {
  const ses = sesClient({ endpoint, region, requestTimeout: 1_000 })
  ses.config.credentials = async () => ({ accessKeyId: 'local', secretAccessKey: 'local' })
  return mailSender({
    ses,
    readSource: async () => source,
    readAnswered: async () => undefined,
    raw: memoryRawStore(() => '2026-05-08T13:00:00.000Z'),
    tokenKey: async () => tokenKey,
  })
}

senderContract('mails through Amazon SES', {
  start: () => startSes({ region }),
  senderAt: url => senderAt(url),
  unconnected: url => senderAt(url, { ...shop, ownIdentifiers: [] }),
  reply: text => {
    const to = [person('email', 'alice@example.net')]
    return replyOn({ network: 'mail', form: 'mail', source: 'support', account: 'help@example.com', to }, text)
  },
  refusals: [
    ['not verified', 'ses-not-verified'],
    ['rejected', 'ses-rejected'],
    ['bad request', 'ses-bad-request'],
    ['suspended', 'ses-suspended'],
    ['not allowed', 'ses-not-allowed'],
  ],
  rateLimit: 'rate-limit',
})
