/**
 * The names of all keys of the table, and nothing else. A stream, customer, contact or source is named by its id;
 * `#` never occurs in a prefix's id part except where the identifier itself holds one, which is why ids come last.
 */
export * from './keys/audit.ts'
export * from './keys/automation.ts'
export * from './keys/configured.ts'
export * from './keys/conversations.ts'
export * from './keys/digests.ts'
export * from './keys/identity.ts'
export * from './keys/insights.ts'
export * from './keys/intake.ts'
export * from './keys/live.ts'
export * from './keys/reports.ts'
export * from './keys/search.ts'
export * from './keys/timeline.ts'
export * from './keys/told.ts'
export * from './keys/topics.ts'
