import type { FactKind } from '../../../../core/facts/fact.ts'

export const topics = ['delivery', 'defect', 'billing', 'access', 'return', 'visit', 'internet'] as const
export type Topic = (typeof topics)[number]

export const remedies = [
  'restart',
  'reset',
  'update',
  'reinstall',
  'cable',
  'cache',
  'browser',
  'batteries',
  'clean',
  'password',
  'neighbours',
  'courier',
] as const
export type Remedy = (typeof remedies)[number]

export type ToldKind = Exclude<FactKind, 'tried'>
type Templates = readonly string[]

/**
 * How people of one language write to a company and how it answers. All are templates of `expand`; a slot named like a
 * kind of fact states one. `{x}` is the fact that a phrase is about, `{old}` the value it takes back.
 */
export type Book = {
  greeting: Templates
  closing: Templates
  topics: Record<Topic, { subject: Templates; problem: Templates; date: Templates; amount: Templates; wish: Templates }>
  tell: Record<Exclude<ToldKind, 'date' | 'amount'>, Templates>
  nouns: Record<ToldKind, string>
  ask: Templates
  askBoth: Templates
  answer: Templates
  answerBoth: Templates
  remedies: Record<Remedy, { done: Templates; todo: Templates }>
  tried: Templates
  triedTwo: Templates
  notTried: Templates
  suggest: Templates
  followed: Templates
  promise: Templates
  hold: Templates
  solved: Templates
  thanks: Templates
  chase: Templates
  again: Templates
  confirm: Templates
  correctHere: Templates
  correctLater: Templates
  others: Partial<Record<ToldKind, Templates>>
  /** Somebody else's words in quotation marks, with their number. */
  quoted: Templates
  /** Tells a day by naming it as yesterday. */
  yesterday: Templates
  company: Templates
  noise: Templates
  callOpening: Templates
  callEnd: Templates
  labels: readonly (readonly [agent: string, customer: string])[]
  note: { opening: Templates; fact: Templates; tried: Templates; end: Templates }
  signature: { phone: Templates }
}
