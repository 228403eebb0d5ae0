import * as z from 'zod'
import { type Consent, consentDefaultsSchema, consentSchema, standardDefaults } from '../../core/consent/consent.ts'
import type { ConsentStore } from '../../core/consent/store.ts'
import { type Identifier, identifierName } from '../../core/contact/identifier.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import type { EventEntry } from '../../core/timeline/entry.ts'
import { configuredStore } from './configured-store.ts'
import { eventWrites } from './entry-item.ts'
import { consentKeys, settingsKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Consent lies beside the pointer of its identifier. */
export function consentStore(table: Table): ConsentStore {
  const settings = configuredStore(table, settingsKeys, consentDefaultsSchema)
  return {
    read: async identifiers => {
      const once = new Map(identifiers.map(identifier => [identifierName(identifier), consentKeys.item(identifier)]))
      const items = once.size === 0 ? [] : await table.batchGet([...once.values()], true)
      return items.map(item => consentSchema.parse(item))
    },
    change: (identifier, become, event) => changeConsent(table, identifier, become, event),
    readDefaults: async () => (await settings.read(standardDefaults.id)) ?? standardDefaults,
    writeDefaults: settings.write,
  }
}

const versionSchema = z.object({ version: z.int() })
const mostTries = 5

async function changeConsent(
  table: Table,
  identifier: Identifier,
  become: (known: Consent | undefined) => Consent | undefined,
  event: EventEntry,
): Promise<Consent | undefined> {
  const key = consentKeys.item(identifier)
  for (let tries = 0; tries < mostTries; tries++) {
    const item = await table.get(key, true)
    const version = item === undefined ? 0 : versionSchema.parse(item).version
    const next = become(item && consentSchema.parse(item))
    if (next === undefined) return undefined
    const consent = consentSchema.parse(next)
    const written = await table.transact([
      { put: { ...consent, ...key, version: version + 1 }, when: item === undefined ? 'absent' : { version } },
      ...eventWrites(event),
    ])
    if (written.committed) return consent
  }
  throw new RetryLater('a consent is changed by several at once')
}
