import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, type Acted, afterAct, undoing } from '../../console/acts/act.ts'

const status = fc.constantFrom('open', 'waiting-customer', 'waiting-department', 'resolved', 'spam')
const priority = fc.constantFrom('low', 'normal', 'high', 'urgent')
const someone = fc.constantFrom('anna', 'ben')
const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))

const acted: fc.Arbitrary<Acted> = fc.record(
  { id: fc.constant('1'), title: fc.constant('t'), status, priority, tags, assignee: someone, team: someone },
  { requiredKeys: ['id', 'title', 'status', 'priority', 'tags'] },
)
const act: fc.Arbitrary<Act> = fc.oneof(
  status.map(status => ({ do: 'status', status }) as const),
  priority.map(priority => ({ do: 'priority', priority }) as const),
  fc.option(someone).map(assignee => ({ do: 'assign', assignee }) as const),
  fc.option(someone).map(team => ({ do: 'team', team }) as const),
  tags.map(remove => ({ do: 'tags', add: [], remove }) as const),
  fc.constantFrom('x', 'y').map(tag => ({ do: 'tags', add: [tag], remove: [] }) as const),
  fc.constant({ do: 'snooze', until: '2026-03-02T10:00:00.000Z' } as const),
)

const bare = ({ assignee, team, tags, ...rest }: Acted) => ({
  ...rest,
  assignee: assignee ?? null,
  team: team ?? null,
  tags: [...tags].toSorted(),
})

describe('acts', () => {
  test('undoing an act brings back what was there before it', () => {
    fc.assert(
      fc.property(acted, act, (before, done) => {
        const inverse = undoing(done, before)
        if (inverse === undefined) throw new Error('it cannot be undone')
        expect(bare(afterAct(afterAct(before, done), inverse))).toEqual(bare(before))
      }),
    )
  })

  test('what was snoozed cannot be put back from here: only the API knows until when', () => {
    const before: Acted = { id: '1', title: 't', status: 'snoozed', priority: 'low', tags: [] }
    expect(undoing({ do: 'status', status: 'open' }, before)).toBeUndefined()
  })
})
