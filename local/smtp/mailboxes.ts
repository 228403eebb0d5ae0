import { withoutDetail } from '../../core/contact/subaddress.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import type { SourceStore } from '../../core/source/source-store.ts'

/** A source that was just configured receives mail this much later, at the latest. */
const keepMs = 2_000
const mostSources = 1_000

/**
 * The source of a mailbox: the one that has the address among its own, with or without a detail behind a plus sign. Mail
 * for support@localhost is accepted without any set-up.
 */
export function mailboxes(sources: SourceStore, now: () => number): (address: string) => Promise<string | undefined> {
  let kept: { byAddress: Promise<Map<string, string>>; until: number } | undefined

  return async address => {
    if (kept === undefined || kept.until < now()) kept = { byAddress: readAll(sources), until: now() + keepMs }
    const byAddress = await kept.byAddress
    return byAddress.get(address) ?? byAddress.get(withoutDetail(address))
  }
}

async function readAll(sources: SourceStore): Promise<Map<string, string>> {
  const configured = (await sources.list(mostSources)).filter(({ kind }) => kind === 'mail')
  const support = defaultSource('support', 'mail')
  const known = configured.some(({ id }) => id === support.id) ? configured : [support, ...configured]
  return new Map(known.flatMap(source => addressesOf(source).map(address => [address, source.id] as const)))
}

const addressesOf = ({ ownIdentifiers }: Source): string[] =>
  ownIdentifiers.filter(({ type }) => type === 'email').map(({ value }) => value.toLowerCase())
