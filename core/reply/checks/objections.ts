import { placeholdersIn } from '../../macro/variables.ts'
import { type ContradictionInput, contradictions } from './contradictions.ts'
import type { Objection } from './objection.ts'
import { type UnconfirmedInput, unconfirmed } from './unconfirmed.ts'

export type Checked = Omit<UnconfirmedInput, 'context'> &
  Omit<ContradictionInput, 'context'> & {
    /** How the customer writes: BCP 47, and the region (ISO 3166) as `regionOf` in core/brief tells it. */
    language?: string | undefined
    region: string
    /** Whose days are meant (IANA); UTC where it is not said. */
    timeZone?: string | undefined
    /** RFC 3339 UTC: what "tomorrow" is counted from. */
    now: string
  }

/**
 * What speaks against sending an answer as it is, what holds it back for good first. Pure, and a function of the sets it is
 * given: their order does not enter. A text without numbers, days, amounts or statements meets none.
 *
 * | the answer | while | objection |
 * |---|---|---|
 * | "Your order 4471-882 is on its way" | only a contact across an unproven link names 4471882 | `unconfirmed`, never waivable |
 * | "Hello {{customer.firstName}}" | a macro left it | `unfilled`, never waivable |
 * | "We will call you on Friday" | "We will call you on Thursday" stands open | `contradicts-promise` |
 * | "We will refund GBP 30" | "We will refund GBP 40" was answered today | `contradicts-answer` |
 * | "We cannot refund this" | "We will refund you" was answered today | `contradicts-answer` |
 * | "Friday instead of Thursday, sorry: we call on Friday" | the same promise | none: it names what was promised |
 */
export function objectionsTo({ language, region, timeZone, now, ...checked }: Checked): Objection[] {
  const context = {
    ...{ region, writtenAt: now },
    ...(language !== undefined && { language }),
    ...(timeZone !== undefined && { timeZone }),
  }
  return [...unconfirmed({ ...checked, context }), ...unfilled(checked), ...contradictions({ ...checked, context })]
}

/** What a macro could not fill in and nobody wrote over. */
function unfilled({ text, subject = '', html = '' }: Pick<Checked, 'text' | 'subject' | 'html'>): Objection[] {
  const [first] = placeholdersIn([subject, text, html].join('\n'))
  if (first === undefined) return []
  const message = `{{${first.variable}}} is still to be filled in. Write what it should say.`
  return [{ kind: 'unfilled', message, entryIds: [], waivable: false }]
}
