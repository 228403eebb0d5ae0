import type { Statement } from '../template/policies.ts'

/** Something a call does, in IAM's words: `s3:PutObject` on an ARN. A transaction has several. */
export type Need = { action: string; resource: string }

/** Who calls. The host itself may do everything; a function only what its synthesized policy says. */
export type Caller = { name: string; secretAccessKey: string; statements: Statement[] | 'everything' }

/**
 * Why the caller may not do that, in a sentence that names the statement to add, or undefined when it may. Conditions
 * are not evaluated: a conditional Allow allows, a conditional Deny does not deny.
 */
export function refusalOf(caller: Pick<Caller, 'name' | 'statements'>, needs: Need[]): string | undefined {
  const { statements } = caller
  if (statements === 'everything') return undefined
  for (const need of needs) {
    const applying = statements.filter(statement => applies(statement, need))
    if (applying.some(({ allows, conditional }) => !allows && !conditional))
      return `a statement denies ${need.action} on ${need.resource} for ${caller.name}`
    if (!applying.some(({ allows }) => allows))
      return `no statement allows ${need.action} on ${need.resource} for ${caller.name}`
  }
  return undefined
}

/** The same for one caller, each need worked out once: a function asks for the same few all the time. */
export function rememberedRefusals(caller: Pick<Caller, 'name' | 'statements'>): (needs: Need[]) => string | undefined {
  const known = new Map<string, string | undefined>()
  const refusalOfOne = (need: Need): string | undefined => {
    const name = `${need.action} ${need.resource}`
    if (!known.has(name)) known.set(name, refusalOf(caller, [need]))
    return known.get(name)
  }
  return needs => needs.map(refusalOfOne).find(refusal => refusal !== undefined)
}

function applies(statement: Statement, { action, resource }: Need): boolean {
  return (
    selects(statement.actions, statement.notActions, one => matches(one.toLowerCase(), action.toLowerCase())) &&
    selects(statement.resources, statement.notResources, one => matches(one, resource))
  )
}

const selects = (named: string[], excepted: string[], match: (pattern: string) => boolean): boolean =>
  named.length > 0 ? named.some(match) : excepted.length > 0 && !excepted.some(match)

const patterns = new Map<string, RegExp>()

/** IAM's wildcards: `*` is any text, across `/` and `:`, and `?` any one character (IAM, "Policy elements: Resource"). */
export function matches(pattern: string, text: string): boolean {
  const known = patterns.get(pattern)
  if (known) return known.test(text)
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const compiled = new RegExp(`^${source}$`, 's')
  patterns.set(pattern, compiled)
  return compiled.test(text)
}
