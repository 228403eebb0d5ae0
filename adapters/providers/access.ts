import type { RawStore } from '../../core/raw/raw-store.ts'
import type { ReplyAttachment } from '../../core/reply/content.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { breachesOf } from '../../core/reply/rules.ts'
import type { Sent } from '../../core/reply/sender.ts'
import type { SourceSecrets } from '../../core/webhook/source-secrets.ts'
import { refused } from './http/outcome.ts'
import type { CallOptions } from './http/request.ts'

/** What a sender is given: readers of the secrets and of the files that go with replies, and the outside. */
export type ProviderAccess = CallOptions & {
  secrets: () => Promise<SourceSecrets>
  raw: Pick<RawStore, 'read'>
  /** Where webhooks reach us, without a slash at the end: for providers that are told with each call where to tell of it. */
  publicUrl?: string
  /** Epoch milliseconds. */
  now?: () => number
}

/** A reply is not sent while our own secrets cannot be read; what an error says of them stays out of the reply. */
export async function readSecrets({ secrets }: ProviderAccess): Promise<SourceSecrets | Sent> {
  try {
    return await secrets()
  } catch {
    return {
      outcome: 'later',
      code: 'secrets-unreadable',
      advice:
        'Our own access to the network could not be read. It is tried again by itself; if it lasts, tell an operator.',
    }
  }
}

export const isSent = (value: object): value is Sent => 'outcome' in value

/** The refusal of a reply that the network would not take, before anything is sent. */
export function brokenRule({ route, content }: Reply): Sent | undefined {
  const [breach] = breachesOf(route.network, route.form, content)
  return breach && refused(`rule-${breach.rule}`, breach.message)
}

/** Our own id at the provider: `100` of the account `x:100`. Undefined when the account is not of the network. */
export const ownId = ({ route }: Reply): string | undefined =>
  route.account.startsWith(`${route.network}:`) ? route.account.slice(route.network.length + 1) : undefined

/** The provider's id of the customer: networks whose ids hold in one account only have that before it. */
export const customerId = ({ route }: Reply): string | undefined => route.to[0]?.identifier.value.split(':').at(-1)

/** The bytes of a file, which is read before anything is sent; what became of the try when it cannot be read. */
export async function fileOf(
  raw: ProviderAccess['raw'],
  { object, mediaType, name }: ReplyAttachment,
): Promise<Blob | Sent> {
  try {
    const stored = await raw.read(object)
    return stored ? new Blob([new Uint8Array(stored.bytes)], { type: mediaType }) : gone(name)
  } catch {
    return unreadable(name)
  }
}

const gone = (name: string): Sent => refused('file-gone', `The file “${name}” is not there any more. Attach it again.`)

const unreadable = (name: string): Sent => ({
  outcome: 'later',
  code: 'file-unreadable',
  advice: `The file “${name}” could not be read. It is tried again by itself; if it lasts, tell an operator.`,
})
