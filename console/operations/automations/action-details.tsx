import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAgents, useTeams } from '../../data/people.ts'
import { useSay } from '../../words/words.ts'
import { ChoiceField, OptionalField, TextField, WordsField } from '../form/fields.tsx'
import { useHooks } from '../hooks/hooks-screen.tsx'
import { useAllMacros } from '../macros/macros-screen.tsx'
import type { Action } from './rule-draft.ts'

type Of<Kind extends Action['do']> = {
  action: Extract<Action, { do: Kind }>
  onChange: (action: Action) => void
}

/** What an action needs to know. */
export function ActionDetails({ action, onChange }: { action: Action; onChange: (action: Action) => void }) {
  switch (action.do) {
    case 'assign':
      return <Assign action={action} onChange={onChange} />
    case 'tag':
      return <Tag action={action} onChange={onChange} />
    case 'answer':
      return <Answer action={action} onChange={onChange} />
    case 'ask':
      return <Ask action={action} onChange={onChange} />
    case 'call':
      return <Call action={action} onChange={onChange} />
    default:
      return action satisfies never
  }
}

function Assign({ action, onChange }: Of<'assign'>) {
  const say = useSay()
  const { data: agents = [] } = useAgents()
  const { data: teams = [] } = useTeams()
  return (
    <SpaceBetween size="s">
      <OptionalField
        label={say('filter.team')}
        value={action.team ?? undefined}
        none={say('ops.unchanged')}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={team => onChange({ ...action, team })}
      />
      <OptionalField
        label={say('matter.assignee')}
        value={action.assignee ?? undefined}
        none={say('ops.unchanged')}
        options={agents.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={assignee => onChange({ ...action, assignee })}
      />
    </SpaceBetween>
  )
}

function Tag({ action, onChange }: Of<'tag'>) {
  const say = useSay()
  return (
    <SpaceBetween size="s">
      <WordsField label={say('ops.tags.add')} values={action.add} onChange={add => onChange({ ...action, add })} />
      <WordsField
        label={say('ops.tags.remove')}
        values={action.remove}
        onChange={remove => onChange({ ...action, remove })}
      />
    </SpaceBetween>
  )
}

function Answer({ action, onChange }: Of<'answer'>) {
  const say = useSay()
  const { data: macros = [] } = useAllMacros()
  return (
    <ChoiceField
      label={say('ops.macro')}
      value={action.macro === '' ? undefined : action.macro}
      options={macros.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={macro => onChange({ ...action, macro })}
    />
  )
}

function Ask({ action, onChange }: Of<'ask'>) {
  const say = useSay()
  return (
    <SpaceBetween size="s">
      <TextField
        label={say('ops.department')}
        value={action.department}
        onChange={department => onChange({ ...action, department })}
      />
      <TextField
        rows={3}
        label={say('ops.ask.note')}
        value={action.note}
        onChange={note => onChange({ ...action, note })}
      />
      <WordsField
        label={say('ops.ask.mentions')}
        values={action.mentions}
        onChange={mentions => onChange({ ...action, mentions })}
      />
    </SpaceBetween>
  )
}

function Call({ action, onChange }: Of<'call'>) {
  const say = useSay()
  const { data: hooks = [] } = useHooks()
  return (
    <ChoiceField
      label={say('ops.hook')}
      value={action.hook === '' ? undefined : action.hook}
      options={hooks.map(({ id, url }) => ({ value: id, label: id, description: url }))}
      onChange={hook => onChange({ ...action, hook })}
    />
  )
}
