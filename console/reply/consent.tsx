import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { CustomerConsent } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { AskDialog } from './ask-dialog.tsx'
import { useConsent } from './use-ways.ts'

type Item = CustomerConsent['items'][number]
type Identifier = Pick<Item['identifier'], 'type' | 'value' | 'display'>
const purposes = ['service', 'survey', 'marketing'] as const

export type ConsentProps = { customer: string; identifier: Identifier }

/** What may be sent there, as far as it was decided; what holds by default is not worth a line. */
export function Consent({ customer, identifier }: ConsentProps) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const consent = useConsent(customer)
  const item = consent?.items.find(
    one => one.identifier.type === identifier.type && one.identifier.value === identifier.value,
  )
  if (item === undefined) return null
  return (
    <SpaceBetween size="xxxs">
      <Decided item={item} />
      {may('changeConsent') && (
        <Button
          variant="inline-link"
          ariaLabel={say('consent.label', { who: identifier.display })}
          onClick={() => setOpen(true)}
        >
          {say('consent.button')}
        </Button>
      )}
      {open && <ConsentDialog customer={customer} item={item} onClose={() => setOpen(false)} />}
    </SpaceBetween>
  )
}

function Decided({ item }: { item: Item }) {
  const say = useSay()
  const { doNotContact } = item
  const decided = purposes.filter(purpose => !item.purposes[purpose].isDefault)
  if (doNotContact === undefined && decided.length === 0) return null
  return (
    <Box variant="small">
      {doNotContact && (
        <>
          <Badge color="red">{say('consent.do-not-contact')}</Badge> {say(`source.${doNotContact.source}`)},{' '}
          <Moment at={doNotContact.at} /> {doNotContact.reason}
        </>
      )}
      {decided.map(purpose => {
        const { state, at, source } = item.purposes[purpose]
        return (
          <div key={purpose}>
            {say(`purpose.${purpose}`)}: {say(`consent.${state}`)} {source && `(${say(`source.${source}`)})`}{' '}
            {at !== undefined && <Moment at={at} />}
          </div>
        )
      })}
    </Box>
  )
}

const changes = ['grant', 'deny', 'forget', 'do-not-contact', 'lift'] as const
type Change = (typeof changes)[number]
const sources = ['said', 'form', 'contract'] as const

type ConsentDialogProps = { customer: string; item: Item; onClose: () => void }

/** Records what the customer agreed to or refused, for this identifier, with where that is known from. */
export function ConsentDialog({ customer, item, onClose }: ConsentDialogProps) {
  const say = useSay()
  const { api } = useConsole()
  const [change, setChange] = useState<Change>('deny')
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('service')
  const [source, setSource] = useState<(typeof sources)[number]>('said')
  const [reason, setReason] = useState('')
  const isOfPurpose = change === 'grant' || change === 'deny' || change === 'forget'
  const { type, value, display } = item.identifier
  const ask = async () => {
    const said = { change, source, ...(isOfPurpose && { purpose }), ...(reason.trim() && { reason: reason.trim() }) }
    await api.changeConsent(customer, { ...said, identifier: `${type}:${value}` })
  }
  return (
    <AskDialog
      title={say('consent.title', { who: display })}
      action={say('consent.ask')}
      done={say('consent.done', { who: display })}
      failed={say('consent.failed')}
      ready
      stale={[dataKeys.customer(customer)]}
      onAsk={ask}
      onClose={onClose}
    >
      <Choice
        label={say('consent.what')}
        values={useChanges(item)}
        chosen={change}
        text={one => say(`consent.change.${one}`)}
        onChoose={setChange}
      />
      {isOfPurpose && (
        <Choice
          label={say('consent.purpose')}
          values={purposes}
          chosen={purpose}
          text={one => say(`purpose.${one}`)}
          onChoose={setPurpose}
        />
      )}
      <Choice
        label={say('consent.source')}
        values={sources}
        chosen={source}
        text={one => say(`source.${one}`)}
        onChoose={setSource}
      />
      <FormField label={say('consent.reason')}>
        <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
    </AskDialog>
  )
}

/** Only an operator lifts do-not-contact, where it stands. */
function useChanges({ doNotContact }: Item): readonly Change[] {
  const { session } = useConsole()
  const mayLift = doNotContact !== undefined && session.person.roles.includes('operator')
  return changes.filter(one => one !== 'lift' || mayLift)
}

type ChoiceProps<One extends string> = {
  label: string
  values: readonly One[]
  chosen: One
  text: (one: One) => string
  onChoose: (one: One) => void
}

function Choice<One extends string>({ label, values, chosen, text, onChoose }: ChoiceProps<One>) {
  const options = values.map(value => ({ value, label: text(value) }))
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        onChange={({ detail }) => {
          const found = values.find(value => value === detail.selectedOption.value)
          if (found !== undefined) onChoose(found)
        }}
      />
    </FormField>
  )
}
