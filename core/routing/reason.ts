import type { RoutingRule } from './rule.ts'
import type { Fitting, Help, Seat } from './seat.ts'

/** Why a conversation is where it is, as colleagues read it: the rule by its name, then what decided. */

const because = ({ name }: RoutingRule, why: string): string => `rule «${name}»: ${why}`

export const byName = (rule: RoutingRule, { agent }: Seat): string => because(rule, `it names ${agent.name}`)

export const forKnowing = (rule: RoutingRule, { agent }: Seat): string =>
  because(rule, `${agent.name} knows the customer`)

export function byFairness(rule: RoutingRule, { agent, load }: Seat, unspoken?: string): string {
  const share = `${agent.name} has the least to do (${load} of ${agent.capacity})`
  return because(rule, unspoken === undefined ? share : `${share}; nobody there speaks ${unspoken}`)
}

export function nobody(rule: RoutingRule, { seats, needs }: Fitting): string {
  const { skills, language } = needs
  const who = [
    ...(skills.length === 0 ? [] : [`with ${skills.join(', ')}`]),
    ...(language === undefined ? [] : [`speaking ${language}`]),
  ]
  const wanted = who.length === 0 ? '' : ` ${who.join(', ')}`
  if (seats.length === 0) return because(rule, `waits, nobody is configured${wanted}`)
  const isThere = seats.some(({ agent: { availability } }) => availability === 'online')
  return because(
    rule,
    isThere ? `waits, everybody${wanted} has as much as they can take` : `waits, nobody${wanted} is online`,
  )
}

export function withSpecialist(reason: string, { to: { specialist } }: RoutingRule, { wanted, seat }: Help): string {
  if (!wanted) return reason
  if (seat === undefined) return `${reason}; nobody is configured with ${specialist} to help`
  const { name, availability } = seat.agent
  return `${reason}; ${name} helps with ${specialist}${availability === 'online' ? '' : ', but is not online'}`
}

/** What a specialist reads who is asked for help. */
export const askingForHelp = (reason: string, answers: string): string =>
  `Please help with this one. ${answers} answers the customer, here where they asked. ${reason}`
