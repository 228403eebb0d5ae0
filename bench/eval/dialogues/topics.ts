import type { Random } from '../../world/random.ts'
import type { Remedy, ToldKind, Topic } from './wording/book.ts'

/** What customers of a matter have to tell: how likely each kind of fact is, and which remedies people go through. */
type Profile = { chances: Partial<Record<ToldKind, number>>; tried: number; remedies: readonly Remedy[] }

export const profiles: Record<Topic, Profile> = {
  delivery: {
    chances: { order: 0.95, tracking: 0.45, date: 0.5, address: 0.3, amount: 0.2, phone: 0.25 },
    tried: 0.35,
    remedies: ['neighbours', 'courier'],
  },
  defect: {
    chances: { device: 1, order: 0.5, date: 0.5, amount: 0.2, phone: 0.2, case: 0.15 },
    tried: 0.7,
    remedies: ['restart', 'reset', 'update', 'cable', 'batteries', 'clean'],
  },
  billing: {
    chances: { invoice: 0.75, amount: 0.9, date: 0.5, account: 0.5, phone: 0.2, email: 0.1 },
    tried: 0,
    remedies: [],
  },
  access: {
    chances: { account: 0.6, email: 0.6, device: 0.25, date: 0.25, amount: 0.1, phone: 0.2 },
    tried: 0.75,
    remedies: ['password', 'cache', 'browser', 'reinstall', 'restart'],
  },
  return: {
    chances: { order: 0.9, amount: 0.5, date: 0.5, tracking: 0.4, address: 0.1, phone: 0.15 },
    tried: 0.1,
    remedies: ['courier'],
  },
  visit: {
    chances: { case: 0.6, date: 0.75, address: 0.55, phone: 0.5, account: 0.2, amount: 0.15 },
    tried: 0,
    remedies: [],
  },
  internet: {
    chances: { account: 0.7, device: 0.5, date: 0.4, address: 0.3, phone: 0.3, amount: 0.2, case: 0.2 },
    tried: 0.8,
    remedies: ['restart', 'reset', 'cable', 'update'],
  },
}

/** The kinds of fact of one matter, at least one and no more than a brief has room for. */
export function kindsFor(topic: Topic, random: Random): ToldKind[] {
  const { chances } = profiles[topic]
  const kinds: readonly ToldKind[] = [
    'order',
    'case',
    'tracking',
    'account',
    'invoice',
    'device',
    'date',
    'amount',
    'address',
    'phone',
    'email',
  ]
  const chosen = kinds.filter(kind => random.chance(chances[kind] ?? 0))
  const first: ToldKind =
    topic === 'visit'
      ? 'date'
      : topic === 'access'
        ? 'email'
        : topic === 'internet'
          ? 'account'
          : topic === 'billing'
            ? 'amount'
            : 'order'
  return chosen.length > 0 ? chosen : [first]
}
