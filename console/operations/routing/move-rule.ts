import type { RoutingRule } from '../../client/api.ts'

/** The rules whose order changes when one goes before the one above it: two of them, unless orders were equal. */
export function movedUp(rules: readonly RoutingRule[], id: string): RoutingRule[] {
  const at = rules.findIndex(rule => rule.id === id)
  const [rule, above] = [rules[at], rules[at - 1]]
  if (rule === undefined || above === undefined) return []
  if (rule.order !== above.order)
    return [
      { ...rule, order: above.order },
      { ...above, order: rule.order },
    ]
  const next = [...rules.slice(0, at - 1), rule, above, ...rules.slice(at + 1)]
  return next
    .map((one, n) => ({ ...one, order: 10 * (n + 1) }))
    .filter(one => rules.every(r => r.id !== one.id || r.order !== one.order))
}
