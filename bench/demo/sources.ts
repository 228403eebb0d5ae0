import { shownSourceSchema } from '../../core/api/source.ts'
import type { Source } from '../../core/source/source.ts'
import { ownIdentifiers } from '../world/company.ts'
import type { Settings } from '../world/options.ts'
import type { Api } from './api.ts'

const sources: Pick<Source, 'id' | 'kind' | 'department' | 'team'>[] = [
  { id: 'support', kind: 'mail', department: 'service', team: 'service' },
  { id: 'twilio', kind: 'phone', department: 'service', team: 'service' },
  { id: 'asterisk', kind: 'phone', department: 'service', team: 'service' },
  { id: 'x', kind: 'x', department: 'social', team: 'social' },
  { id: 'meta', kind: 'meta', department: 'social', team: 'social' },
  { id: 'local', kind: 'contacts', department: 'sales', team: 'service' },
]

/** Tells the stack what the company calls its own, as an operator does once. */
export async function configureSources(operator: Api, settings: Settings): Promise<void> {
  for (const { id, ...source } of sources) {
    const body = {
      ...source,
      brand: 'larkfield',
      defaultRegion: 'GB',
      timeZone: 'Europe/London',
      ownIdentifiers: ownIdentifiers(settings),
    }
    await operator.write('PUT', `/v1/sources/${id}`, body, shownSourceSchema)
  }
}
