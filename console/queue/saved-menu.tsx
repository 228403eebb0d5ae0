import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import { useGo } from '../app/router.tsx'
import { NameDialog } from '../naming/name-dialog.tsx'
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
          header={say('saved.save')}
          about={say('saved.about')}
          longest={60}
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
