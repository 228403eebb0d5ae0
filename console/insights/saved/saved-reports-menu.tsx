import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Checkbox from '@cloudscape-design/components/checkbox'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { useGo } from '../../app/router.tsx'
import { NameDialog } from '../../naming/name-dialog.tsx'
import { reasonOf } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import type { Asked } from '../asked.ts'
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
          onSave={(name, shared) => {
            setNaming(false)
            const input = { name, shared, report, query: queryToSave(asked) }
            void carryOut(save(idOf(name), input), say('insights.saved-as', { name }))
          }}
        />
      )}
    </>
  )
}

type SaveDialogProps = { onSave: (name: string, shared: boolean) => void; onDismiss: () => void }

function SaveDialog({ onSave, onDismiss }: SaveDialogProps) {
  const say = useSay()
  const [shared, setShared] = useState(false)
  return (
    <NameDialog
      header={say('insights.save-view')}
      longest={120}
      onDismiss={onDismiss}
      onName={name => onSave(name, shared)}
    >
      <Checkbox checked={shared} onChange={({ detail }) => setShared(detail.checked)}>
        {say('insights.shared')}
      </Checkbox>
    </NameDialog>
  )
}
