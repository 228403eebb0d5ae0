import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import { useGo } from '../app/router.tsx'
import { useSay } from '../words/words.ts'
import { addressOf, dropFilter, readSaved, saveFilter, useSaved } from './saved-filters.ts'
import type { Filter, View } from './views.ts'

/** The lists that a person made their own: to open, to add this one, to share its address, to drop the one that is open. */
export function SavedMenu({ view, filter }: { view: View; filter: Filter }) {
  const say = useSay()
  const go = useGo()
  const { session, toasts } = useConsole()
  const { subject } = session.person
  const saved = useSaved(subject)
  const [naming, setNaming] = useState(false)
  const here = addressOf(view, filter)
  const open = saved.find(one => addressOf(one.view, one.filter) === here)
  const share = async () => {
    await navigator.clipboard.writeText(`${location.origin}${here}`)
    toasts.show({ kind: 'success', text: say('saved.copied') })
  }
  const drop = (name: string) => {
    const was = readSaved(subject).find(one => one.name === name)
    dropFilter(subject, name)
    toasts.show({
      ...{ kind: 'success', text: say('saved.dropped', { name }) },
      ...(was && { undo: () => saveFilter(subject, was) }),
    })
  }
  const choose = (id: string) => {
    const chosen = saved.find(({ name }) => id === `open ${name}`)
    if (chosen) go(addressOf(chosen.view, chosen.filter))
    else if (id === 'save') setNaming(true)
    else if (id === 'share') void share()
    else if (open) drop(open.name)
  }
  return (
    <>
      <ButtonDropdown
        onItemClick={({ detail }) => choose(detail.id)}
        items={[
          ...(saved.length > 0
            ? [{ text: say('saved.open'), items: saved.map(({ name }) => ({ id: `open ${name}`, text: name })) }]
            : []),
          { id: 'save', text: say('saved.save') },
          { id: 'share', text: say('saved.share') },
          ...(open ? [{ id: 'drop', text: say('saved.drop', { name: open.name }) }] : []),
        ]}
      >
        {open?.name ?? say('saved.title')}
      </ButtonDropdown>
      {naming && (
        <NameDialog
          onName={name => {
            saveFilter(subject, { name, view, filter })
            setNaming(false)
          }}
          onDismiss={() => setNaming(false)}
        />
      )}
    </>
  )
}

function NameDialog({ onName, onDismiss }: { onName: (name: string) => void; onDismiss: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const given = name.trim().slice(0, 60)
  const save = () => {
    if (given !== '') onName(given)
  }
  return (
    <Modal
      visible
      size="small"
      onDismiss={onDismiss}
      header={say('saved.save')}
      closeAriaLabel={say('close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {say('ops.cancel')}
            </Button>
            <Button variant="primary" disabled={given === ''} onClick={save}>
              {say('ops.save')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <FormField label={say('saved.name')} description={say('saved.about')}>
        <Input
          value={name}
          autoFocus
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') save()
          }}
        />
      </FormField>
    </Modal>
  )
}
