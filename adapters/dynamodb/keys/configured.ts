import type { Key } from '../table.ts'

/** Few things that an operator configures, each kind in a partition of its own. */
export type ConfiguredKeys = {
  item: (id: string) => Key
  all: string
  after: (id: string) => string
  holds: (key: Key) => boolean
}

const configuredIn = (all: string): ConfiguredKeys => ({
  item: id => ({ pk: all, sk: id }),
  all,
  /** The least key above this one: a space sorts below everything an id may hold. */
  after: id => `${id} `,
  holds: ({ pk }) => pk === all,
})

export const sourceKeys = configuredIn('Q#sources')
/** When something came from each source. */
export const heardKeys = configuredIn('Q#heard')
export const agentKeys = configuredIn('Q#agents')
export const teamKeys = configuredIn('Q#teams')
export const hoursKeys = configuredIn('Q#hours')
export const macroKeys = configuredIn('Q#macros')
/** What an operator sets for the whole deployment, an item for each matter. */
export const settingsKeys = configuredIn('Q#settings')
export const routingRuleKeys = configuredIn('Q#routing-rules')
/** When routing gave something to an agent last. */
export const givenKeys = configuredIn('Q#given')
export const ruleKeys = configuredIn('Q#automations')
export const hookKeys = configuredIn('Q#hooks')
/** Apart from the webhooks themselves, so that listing those reads no secret. */
export const hookSecretKeys = configuredIn('Q#hook-secrets')
export const campaignKeys = configuredIn('Q#campaigns')
