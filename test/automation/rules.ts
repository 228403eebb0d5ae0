import type { Rule } from '../../core/automation/rule.ts'

/** An active rule of long ago, with whatever a test cares about instead. */
export const rule = (id: string, differing: Partial<Rule> = {}): Rule => ({
  v: 1,
  id,
  name: `the rule ${id}`,
  active: true,
  since: '2026-01-01T00:00:00.000Z',
  when: { event: 'contact' },
  if: { all: [], any: [] },
  actions: [{ do: 'tag', add: [id], remove: [] }],
  ...differing,
})
