/** What a signed-in person may do; the groups of the user pool bear these names. */
export const roles = ['agent', 'social', 'marketing', 'operator', 'admin'] as const
export type Role = (typeof roles)[number]

/** A group besides the roles: lets marketing see names, identifiers and the numbers and addresses in texts. */
export const personalDataGrant = 'personal-data'

/** Who is asking. `name` is for people reading the audit; `subject` is what identifies the person for good. */
export type Actor = { subject: string; name?: string; groups: readonly string[] }

export const hasRole = (actor: Actor, allowed: readonly Role[]): boolean =>
  allowed.some(role => actor.groups.includes(role))

/** Everyone but those who are in marketing alone, without the grant. */
export const seesPersonalData = (actor: Actor): boolean =>
  actor.groups.includes(personalDataGrant) || hasRole(actor, ['agent', 'social', 'operator', 'admin'])

/** How the audit names a person. */
export const actorName = ({ subject, name }: Actor): string =>
  (name === undefined || name === subject ? subject : `${name} (${subject})`).slice(0, 256)
