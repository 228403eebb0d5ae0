import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { useGo } from '../../app/router.tsx'
import type { Api } from '../../client/api.ts'
import { NameDialog } from '../../naming/name-dialog.tsx'
import { reasonOf } from '../../states/states.tsx'
import { useSay, useWords } from '../../words/words.ts'
import type { Asked } from '../asked.ts'
import { type Every, rhythms } from '../digest/rhythm.ts'
import { useDigests } from '../digest/use-digests.ts'
import { addressOfSaved, idOf, queryToSave, useSavedReports } from './use-saved-reports.ts'

type MenuProps = { report: string; asked: Asked }

/** Views that people keep: to open, to keep this one, for oneself or for everybody, to keep it no longer. */
export function SavedReportsMenu({ report, asked }: MenuProps) {
  const say = useSay()
  const go = useGo()
  const { toasts } = useConsole()
  const { saved, save, remove } = useSavedReports()
  const [naming, setNaming] = useState(false)
  const here = addressOfSaved({ report, query: queryToSave(asked) })
  const open = saved.find(one => addressOfSaved(one) === here)
  const carryOut = (work: Promise<unknown>, text: string) =>
    work.then(
      () => toasts.show({ kind: 'success', text }),
      error => toasts.show({ kind: 'error', text: error instanceof Error ? reasonOf(error, say) : `${error}` }),
    )
  const choose = (id: string) => {
    const chosen = saved.find(one => id === `open ${one.id}`)
    if (chosen) go(addressOfSaved(chosen))
    else if (id === 'save') setNaming(true)
    else if (open) void carryOut(remove(open.id), say('saved.dropped', { name: open.name }))
  }
  return (
    <>
      <ButtonDropdown
        onItemClick={({ detail }) => choose(detail.id)}
        items={[
          ...(saved.length > 0
            ? [
                {
                  text: say('saved.open'),
                  items: saved.map(one => ({
                    ...{ id: `open ${one.id}`, text: one.name },
                    ...(!one.own && { secondaryText: one.by }),
                  })),
                },
              ]
            : []),
          { id: 'save', text: say('insights.save-view') },
          ...(open?.own ? [{ id: 'drop', text: say('saved.drop', { name: open.name }) }] : []),
        ]}
      >
        {open?.name ?? say('insights.saved')}
      </ButtonDropdown>
      {naming && (
        <SaveDialog
          onDismiss={() => setNaming(false)}
          onSave={(name, kept) => {
            setNaming(false)
            const input = { ...kept, name, report, query: queryToSave(asked) }
            void carryOut(save(idOf(name), input), say('insights.saved-as', { name }))
          }}
        />
      )}
    </>
  )
}

type Kept = Pick<Parameters<Api['saveReport']>[1], 'shared' | 'schedule'>
type SaveDialogProps = { onSave: (name: string, kept: Kept) => void; onDismiss: () => void }

function SaveDialog({ onSave, onDismiss }: SaveDialogProps) {
  const { say, language } = useWords()
  const { data: mail } = useDigests()
  const [shared, setShared] = useState(false)
  const [every, setEvery] = useState<Every>()
  const { address } = mail ?? {}
  const schedule = every === undefined || address === undefined ? {} : { schedule: { every, language, to: [address] } }
  return (
    <NameDialog
      header={say('insights.save-view')}
      longest={120}
      onDismiss={onDismiss}
      onName={name => onSave(name, { shared, ...schedule })}
    >
      <Checkbox checked={shared} onChange={({ detail }) => setShared(detail.checked)}>
        {say('insights.shared')}
      </Checkbox>
      <FormField
        label={say('digest.mail-view')}
        {...(mail && address === undefined && { constraintText: say('digest.mail-view-none') })}
      >
        <Select
          selectedOption={{ value: every ?? 'none', label: say(`digest.often.${every ?? 'none'}`) }}
          options={(['none', ...rhythms] as const).map(one => ({ value: one, label: say(`digest.often.${one}`) }))}
          disabled={address === undefined}
          expandToViewport
          onChange={({ detail }) => setEvery(rhythms.find(one => one === detail.selectedOption.value))}
        />
      </FormField>
    </NameDialog>
  )
}
