import type { Key } from '../table.ts'

/** Live: who may connect, who is connected, who is where, and what happened in the last hour. All of it ends by itself. */
export const liveKeys = {
  ticket: (hash: string): Key => ({ pk: `Y#ticket#${hash}`, sk: 'TICKET' }),
  connection: (shard: number, connectionId: string): Key => ({ pk: `Y#connections#${shard}`, sk: connectionId }),
  connections: (shard: number): string => `Y#connections#${shard}`,
  audience: { pk: 'Y#audience', sk: 'AUDIENCE' },
  /** What was logged within a minute, counted from 1970, in order of time. */
  log: (minute: number, shard: number, position: string): Key => ({ pk: `Y#log#${minute}#${shard}`, sk: position }),
  minute: (minute: number, shard: number): string => `Y#log#${minute}#${shard}`,
  presence: (where: string, connectionId: string): Key => ({ pk: `Y#presence#${where}`, sk: connectionId }),
  present: (where: string): string => `Y#presence#${where}`,
  isPresence: ({ pk }: Key): boolean => pk.startsWith('Y#presence#'),
}
