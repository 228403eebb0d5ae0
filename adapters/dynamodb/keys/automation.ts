import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/** Automation: what it knows of a conversation, and each firing, listed by its rule in order of time. */
export const automationKeys = {
  automated: (conversation: string): Key => ({ pk: `Q#c#${conversation}`, sk: 'AUTOMATED' }),
  firing: (id: string): Key => ({ pk: `F#${id}`, sk: 'FIRING' }),
  listed: (rule: string, at: string, id: string) => ({ gsi1pk: `F#rule#${rule}`, gsi1sk: `${at}#${id}` }),
  log: (rule: string): string => `F#rule#${rule}`,
  before: (at: string, id: string): string => justBelow(`${at}#${id}`),
}

/** Webhooks out: each delivery, listed by its hook in order of time, and once more while it has failed. */
export const deliveryKeys = {
  delivery: (id: string): Key => ({ pk: `H#${id}`, sk: 'DELIVERY' }),
  listed: (hook: string, at: string, id: string) => ({ gsi1pk: `H#hook#${hook}`, gsi1sk: `${at}#${id}` }),
  failed: (hook: string, at: string, id: string) => ({ gsi2pk: `H#failed#${hook}`, gsi2sk: `${at}#${id}` }),
  log: (hook: string): string => `H#hook#${hook}`,
  failures: (hook: string): string => `H#failed#${hook}`,
  before: (at: string, id: string): string => justBelow(`${at}#${id}`),
  /** How a webhook fares: since when it fails. */
  health: (hook: string): Key => ({ pk: `H#health#${hook}`, sk: 'HEALTH' }),
}
