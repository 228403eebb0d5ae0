import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { secretReader } from '../../adapters/secrets/secret-store.ts'
import { keptReads } from '../../core/reading/kept-reads.ts'
import { linkKeys, linkSecretSchema } from '../../core/signed-link/link-keys.ts'
import { type LinkKeys, type Purpose, writeLink } from '../../core/signed-link/signed-link.ts'
import type { SurveyStore } from '../../core/survey/store.ts'

/** Where the page of each kind of link is. */
const places: Record<Purpose, string> = { survey: 'survey', confirmation: 'confirm', unsubscribe: 'unsubscribe' }

/** The keys of links; a new one is seen within five minutes. */
export function linkKeyReader(secrets: SecretsManagerClient, secretId: string): () => Promise<LinkKeys> {
  const read = secretReader(secrets, secretId, linkSecretSchema, Date.now)
  return async () => linkKeys(await read())
}

/** Writes addresses of pages for customers. `publicUrl` may end in a slash. */
export const linkWriter =
  (keys: () => Promise<LinkKeys>, publicUrl: string, purpose: Purpose) =>
  async ({ id, validUntil }: { id: string; validUntil: string }): Promise<string> => {
    const token = writeLink(await keys(), { purpose, id, expiresAt: Math.floor(Date.parse(validUntil) / 1000) })
    return `${publicUrl.replace(/\/$/, '')}/${places[purpose]}/${token}`
  }

/** What customers know the company as: what an operator set, else the brand, unless that is only a stand-in. */
export function companyNames({
  settings,
}: Pick<SurveyStore, 'settings'>): (brand: string) => Promise<string | undefined> {
  const kept = keptReads(settings, Date.now)
  return async brand => (await kept('settings'))?.company ?? (brand === 'default' ? undefined : brand)
}
