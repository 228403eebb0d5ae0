import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select, { type SelectProps } from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Conversation } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { useAgents, useMe, useTeams } from '../data/people.ts'
import { useSay } from '../words/words.ts'
import { AskDialog } from './ask-dialog.tsx'

/** Gives the conversation to a colleague or a team, with the reason; what is known goes along. */
export function HandOver({ conversation }: { conversation: Conversation }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('handOver')) return null
  return (
    <>
      <Button iconName="share" onClick={() => setOpen(true)}>
        {say('handover.button')}
      </Button>
      {open && <HandOverDialog conversation={conversation} onClose={() => setOpen(false)} />}
    </>
  )
}

export function HandOverDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const say = useSay()
  const { api } = useConsole()
  const [to, setTo] = useState<SelectProps.Option | null>(null)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const ask = async () => {
    const said = { reason: reason.trim(), ...(note.trim() && { note: note.trim() }) }
    await api.handOver(conversation.id, { to: receiverOf(to?.value ?? ''), ...said })
  }
  return (
    <AskDialog
      title={say('handover.title')}
      action={say('handover.button')}
      done={say('handover.done', { to: to?.label ?? '' })}
      failed={say('handover.failed')}
      ready={to !== null && reason.trim() !== ''}
      stale={[dataKeys.conversation(conversation.id), dataKeys.queues]}
      onAsk={ask}
      onClose={onClose}
    >
      <FormField label={say('handover.to')}>
        <Receivers conversation={conversation} chosen={to} onChoose={setTo} />
      </FormField>
      <FormField label={say('handover.reason')} description={say('handover.reason-about')}>
        <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
      <FormField label={say('handover.note')}>
        <Textarea value={note} rows={3} onChange={({ detail }) => setNote(detail.value)} />
      </FormField>
      {conversation.customer !== undefined && <BriefAlong customer={conversation.customer} />}
    </AskDialog>
  )
}

const receiverOf = (value: string): { agent: string } | { team: string } => {
  const [kind, id = ''] = value.split(':')
  return kind === 'team' ? { team: id } : { agent: id }
}

type ReceiversProps = {
  conversation: Conversation
  chosen: SelectProps.Option | null
  onChoose: (option: SelectProps.Option) => void
}

function Receivers({ conversation, chosen, onChoose }: ReceiversProps) {
  const say = useSay()
  const { data: me } = useMe()
  const { data: agents = [] } = useAgents()
  const { data: teams = [] } = useTeams()
  const others = agents.filter(({ id, active }) => active && id !== me?.id)
  const options = [
    {
      label: say('handover.teams'),
      options: teams
        .filter(({ id }) => id !== conversation.team)
        .map(({ id, name, department }) => ({ value: `team:${id}`, label: name, description: department })),
    },
    {
      label: say('handover.agents'),
      options: others.map(({ id, name, availability, skills = [] }) => ({
        value: `agent:${id}`,
        label: name,
        description: skills.join(', '),
        ...(availability && { labelTag: say(`availability.${availability}`) }),
      })),
    },
  ].filter(group => group.options.length > 0)
  return (
    <Select
      options={options}
      selectedOption={chosen}
      filteringType="auto"
      placeholder={say('handover.choose')}
      onChange={({ detail }) => onChoose(detail.selectedOption)}
    />
  )
}

/** What the next person will see of the customer. */
function BriefAlong({ customer }: { customer: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data } = useQuery({
    queryKey: dataKeys.brief(customer),
    queryFn: ({ signal }) => api.readBrief(customer, signal),
  })
  if (data === undefined || data.lines.length === 0) return null
  return (
    <SpaceBetween size="xxs">
      <Box variant="awsui-key-label">{say('handover.brief')}</Box>
      <ul className="brief">
        {data.lines.map(({ kind, text }) => (
          <li key={`${kind} ${text}`} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </SpaceBetween>
  )
}
