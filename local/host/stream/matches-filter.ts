/**
 * Whether Lambda would hand a record to a function whose event source has these patterns: one of them must match. Of the
 * rules of a pattern's lists, exact values and `prefix` are known; any other throws, so that nothing is filtered wrongly.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export const matchesFilter = (patterns: readonly unknown[], record: unknown): boolean =>
  patterns.length === 0 || patterns.some(pattern => matches(pattern, record))

function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some(rule => satisfies(rule, value))
  if (!isObject(pattern)) throw new Error('a filter pattern holds lists of rules')
  return isObject(value) && Object.entries(pattern).every(([key, inner]) => matches(inner, value[key]))
}

function satisfies(rule: unknown, value: unknown): boolean {
  if (!isObject(rule)) return rule === value
  const { prefix, ...unknown } = rule
  if (typeof prefix !== 'string' || Object.keys(unknown).length > 0)
    throw new Error(`the local stack does not know the filter rule ${Object.keys(rule).join(', ')}`)
  return typeof value === 'string' && value.startsWith(prefix)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
