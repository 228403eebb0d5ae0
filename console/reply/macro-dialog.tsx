import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Conversation, Macro } from '../client/api.ts'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { type FilledMacro, MacroPreview } from './macro-preview.tsx'
import { replyKeys } from './reply-keys.ts'

export type MacroDialogProps = {
  conversation: Conversation
  onInsert: (filled: FilledMacro) => void
  onClose: () => void
}

/** Answers that are used again and again: found by their names and words, seen as they will be said here. */
export function MacroDialog({ conversation, onInsert, onClose }: MacroDialogProps) {
  const say = useSay()
  const { api } = useConsole()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState('')
  const { data, error, isPending, refetch } = useQuery({
    queryKey: replyKeys.macros,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.macros({ limit: 100 }, signal),
  })
  const found = data ? macrosFor(data.items, sought, conversation.brand) : []
  const macro = found.find(({ id }) => id === chosen) ?? found[0]
  return (
    <Modal visible onDismiss={onClose} header={say('macro.title')} closeAriaLabel={say('close')} size="large">
      <SpaceBetween size="s">
        <Input
          type="search"
          autoFocus
          value={sought}
          ariaLabel={say('macro.search')}
          placeholder={say('macro.search')}
          clearAriaLabel={say('search.clear')}
          onChange={({ detail }) => setSought(detail.value)}
        />
        {isPending && <Loading what={say('macro.loading')} />}
        {error && <Failed error={error} what={say('macro.title')} onRetry={() => void refetch()} />}
        {data && found.length === 0 && (
          <Empty title={say(data.items.length === 0 ? 'macro.none' : 'macro.not-found')} />
        )}
        {macro && (
          <div className="macros">
            <MacroNames macros={found} chosen={macro.id} onChoose={setChosen} />
            <MacroPreview key={macro.id} conversation={conversation} macro={macro} onInsert={onInsert} />
          </div>
        )}
      </SpaceBetween>
    </Modal>
  )
}

type MacroNamesProps = { macros: readonly Macro[]; chosen: string; onChoose: (id: string) => void }

function MacroNames({ macros, chosen, onChoose }: MacroNamesProps) {
  const say = useSay()
  return (
    <ul className="list macro-names" aria-label={say('macro.title')}>
      {macros.map(({ id, name, variants }) => (
        <li key={id}>
          <Button
            variant="inline-link"
            nativeButtonAttributes={{ 'aria-current': id === chosen }}
            onClick={() => onChoose(id)}
          >
            {name}
          </Button>{' '}
          <Box variant="small" color="text-body-secondary">
            {variants.map(({ language }) => language).join(', ')}
          </Box>
        </li>
      ))}
    </ul>
  )
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those in use for the brand whose name or text has every word that is sought; names that begin so stand first. */
export function macrosFor(macros: readonly Macro[], sought: string, brand: string): Macro[] {
  const words = plain(sought).split(/\s+/).filter(Boolean)
  const usable = macros.filter(one => one.active && (one.brand === undefined || one.brand === brand))
  const found = usable.filter(({ id, name, variants }) => {
    const all = plain([id, name, ...variants.map(({ text }) => text)].join(' '))
    return words.every(word => all.includes(word))
  })
  const rank = ({ name }: Macro) => (words[0] !== undefined && plain(name).startsWith(words[0]) ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
