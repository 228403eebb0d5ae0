import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSay } from '../../words/words.ts'
import { ChoiceField } from '../form/fields.tsx'
import type { Form } from '../form/use-form.ts'
import { ActionDetails } from './action-details.tsx'
import type { Action, RuleDraft } from './rule-draft.ts'

const kinds = ['assign', 'tag', 'answer', 'ask', 'call'] as const

/** What the rule does, in this order. */
export function ActionFields({ form: { value, set, errorAt } }: { form: Form<RuleDraft> }) {
  const say = useSay()
  const { actions } = value
  return (
    <SpaceBetween size="l">
      {Object.entries(actions).map(([place, action], at) => (
        <ColumnLayout key={place} columns={2}>
          <SpaceBetween size="xs">
            <ChoiceField
              label={say('ops.action', { count: at + 1 })}
              value={action.do}
              options={kinds.map(kind => ({ value: kind, label: say(`ops.do.${kind}`) }))}
              onChange={kind => set({ actions: actions.map((one, n) => (n === at ? blankAction(kind) : one)) })}
              error={errorAt(`actions.${at}`)}
            />
            {actions.length > 1 && (
              <Button formAction="none" onClick={() => set({ actions: actions.filter((_, n) => n !== at) })}>
                {say('ops.remove')}
              </Button>
            )}
          </SpaceBetween>
          <ActionDetails
            action={action}
            onChange={changed => set({ actions: actions.map((one, n) => (n === at ? changed : one)) })}
          />
        </ColumnLayout>
      ))}
      <Button
        formAction="none"
        iconName="add-plus"
        disabled={actions.length >= 10}
        onClick={() => set({ actions: [...actions, blankAction('tag')] })}
      >
        {say('ops.action.add')}
      </Button>
    </SpaceBetween>
  )
}

function blankAction(kind: (typeof kinds)[number]): Action {
  switch (kind) {
    case 'assign':
      return { do: 'assign' }
    case 'tag':
      return { do: 'tag', add: [], remove: [] }
    case 'answer':
      return { do: 'answer', macro: '' }
    case 'ask':
      return { do: 'ask', department: '', note: '', mentions: [] }
    case 'call':
      return { do: 'call', hook: '' }
    default:
      return kind satisfies never
  }
}
