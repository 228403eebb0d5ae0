import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Customer } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { useSay } from '../words/words.ts'
import { AskDialog } from './ask-dialog.tsx'

type Member = Customer['identifiers'][number]
type Identifier = Member['evidence'][number]['with']
export type ConfirmThisProps = { customer: string; member: Member }

/** Asks the customer whether an identifier that is only claimed to be theirs is. */
export function ConfirmThis(props: ConfirmThisProps) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!props.member.asserted || !may('askConfirmation')) return null
  return (
    <>
      <Button
        variant="inline-link"
        onClick={() => setOpen(true)}
        ariaLabel={say('confirm.label', { who: props.member.display })}
      >
        {say('confirm.button')}
      </Button>
      {open && <ConfirmDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const nameOf = ({ type, value }: Pick<Identifier, 'type' | 'value'>): string => `${type}:${value}`

/** The ends of the unproven links that connect it: the link goes to one, and is about the other. */
export const endsOf = (member: Member): { to: Identifier; about: Identifier }[] =>
  member.evidence
    .filter(({ asserted }) => asserted)
    .flatMap(({ with: other }) => [
      { to: member, about: other },
      { to: other, about: member },
    ])
    .filter(({ to }, at, all) => all.findIndex(one => nameOf(one.to) === nameOf(to)) === at)

export function ConfirmDialog({ customer, member, onClose }: ConfirmThisProps & { onClose: () => void }) {
  const say = useSay()
  const { api } = useConsole()
  const ends = endsOf(member)
  const [end, setEnd] = useState('0')
  const [reason, setReason] = useState('')
  const chosen = ends[Number(end)]
  const ask = async () => {
    if (chosen === undefined) return
    const asked = { identifier: nameOf(chosen.to), with: nameOf(chosen.about), reason: reason.trim() }
    await api.askConfirmation(customer, asked)
  }
  return (
    <AskDialog
      title={say('confirm.title')}
      action={say('confirm.ask')}
      done={say('confirm.done', { to: chosen?.to.display ?? '' })}
      failed={say('confirm.failed')}
      ready={chosen !== undefined && reason.trim() !== ''}
      stale={[dataKeys.customer(customer)]}
      onAsk={ask}
      onClose={onClose}
    >
      <FormField label={say('confirm.where')} description={say('confirm.where-about')}>
        <RadioGroup
          value={end}
          items={ends.map(({ to, about }, at) => ({
            value: `${at}`,
            label: to.display,
            description: say('confirm.asks', { other: about.display }),
          }))}
          onChange={({ detail }) => setEnd(detail.value)}
        />
      </FormField>
      <FormField label={say('confirm.reason')} description={say('confirm.reason-about')}>
        <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
    </AskDialog>
  )
}
