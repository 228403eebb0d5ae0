import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Draft } from '../client/api.ts'
import { ApiProblem, type StandingDraft } from '../client/problem.ts'
import { replyKeys } from './reply-keys.ts'
import { type Change, idsOf, isEmpty, sameWords, type Written } from './written.ts'

/** `kept`: colleagues and other machines have it; `here`: only this browser does, until the API can be reached. */
export type Keeping = 'nothing' | 'saving' | 'kept' | 'here'

export type KeptDraft = {
  keeping: Keeping
  /** What somebody else made of it meanwhile. */
  conflict: StandingDraft | undefined
  /** Goes on with what is here, over what stands there. */
  settle: (text: string, standing: StandingDraft) => void
  /** What colleagues are writing here. */
  others: readonly Draft[]
  /** Once what is under way is through; nothing is kept from here on until somebody writes again. */
  quiet: () => Promise<void>
}

const pauseMs = 1000
const againMs = 10_000
const lookMs = 20_000

/** Keeps what is written with the API, a moment after the last letter; what stands there already is gone on with. */
export function useKeptDraft(conversation: string, written: Written, change: Change): KeptDraft {
  const { session } = useConsole()
  const me = session.person.subject
  const [conflict, setConflict] = useState<StandingDraft>()
  const { mine, others, loaded } = useDrafts(conversation, me)
  const { keeping, quiet } = useSaving(conversation, written, change, conflict === undefined && loaded, setConflict)
  const latest = useRef(written)
  const first = useRef(true)
  useEffect(() => {
    latest.current = written
  })
  useEffect(() => {
    if (!loaded) return
    const met = meet(latest.current, mine, first.current)
    first.current = false
    if (met === 'conflict' && mine) setConflict(mine)
    else if (typeof met === 'object') change(() => met)
  }, [loaded, mine, change])
  const settle = (text: string, { version }: StandingDraft) => {
    setConflict(undefined)
    change(now => ({ ...now, text, version, dirty: true }))
  }
  return { keeping, conflict, settle, others, quiet }
}

function useDrafts(conversation: string, me: string) {
  const { api } = useConsole()
  const { data, isError } = useQuery({
    queryKey: replyKeys.drafts(conversation),
    queryFn: ({ signal }) => api.drafts(conversation, signal),
    refetchInterval: lookMs,
    staleTime: 0,
  })
  const mine = data?.items.find(({ author }) => author === me)
  const others = data?.items.filter(({ author }) => author !== me) ?? []
  return { mine, others, loaded: data !== undefined || isError }
}

/**
 * What is here, after it met what the API has: gone on with, replaced, or two that say different things. That the API has
 * nothing counts when the box is opened: it was sent or thrown away elsewhere. Later it may only not have it yet.
 */
export function meet(here: Written, there: StandingDraft | undefined, isFirst: boolean): Written | 'same' | 'conflict' {
  if (there === undefined) {
    if (here.version === undefined || !isFirst) return 'same'
    return here.dirty ? { ...here, version: undefined } : { ...here, text: '', files: [], version: undefined }
  }
  if (here.version !== undefined && here.version >= there.version) return 'same'
  const theirs = { ...here, ...wordsOf(there, here), version: there.version, dirty: false }
  if (sameWords(theirs, here) || !here.dirty) return theirs
  return 'conflict'
}

/** A file of which nobody knows the name any more has none. */
const wordsOf = (there: StandingDraft, here: Written): Pick<Written, 'text' | 'subject' | 'files'> => ({
  text: there.text,
  subject: there.subject,
  files: there.attachments.map(
    id => [...here.files, ...there.files].find(file => file.id === id) ?? { ...unknownFile, id },
  ),
})

const unknownFile = { name: '', mediaType: 'application/octet-stream', bytes: 0 }

function useSaving(
  conversation: string,
  written: Written,
  change: Change,
  may: boolean,
  onConflict: (standing: StandingDraft) => void,
) {
  const { api } = useConsole()
  const [keeping, setKeeping] = useState<Keeping>('nothing')
  const [tries, setTries] = useState(0)
  const running = useRef<Promise<void>>(undefined)
  const { dirty } = written
  useEffect(() => {
    if (!dirty || !may) return
    const save = async () => {
      setKeeping('saving')
      const saved = await saveOnce(api, conversation, written)
      change(now => afterSaving(now, written, saved))
      if (saved.outcome === 'conflict') onConflict(saved.standing)
      setKeeping(saved.outcome === 'saved' ? 'kept' : 'here')
      if (saved.outcome === 'away') setTimeout(() => setTries(count => count + 1), againMs)
    }
    // The next goes on from the version of the last, which brings it here again.
    const begin = () => {
      running.current ??= save().finally(() => {
        running.current = undefined
      })
    }
    const timer = setTimeout(begin, tries === 0 ? pauseMs : pauseMs / 2)
    return () => clearTimeout(timer)
  }, [api, conversation, written, dirty, may, change, onConflict, tries])
  return { keeping: isEmpty(written) && !dirty ? ('nothing' as const) : keeping, quiet: async () => running.current }
}

type SavedOnce =
  | { outcome: 'saved'; version: number | undefined }
  | { outcome: 'conflict'; standing: StandingDraft }
  | { outcome: 'gone' }
  | { outcome: 'away' }

type DraftApi = Pick<ReturnType<typeof useConsole>['api'], 'keepDraft'>

async function saveOnce(api: DraftApi, conversation: string, written: Written): Promise<SavedOnce> {
  const { text, subject, version } = written
  const body = { text, attachments: idsOf(written), ...(subject && { subject }), ...(version && { version }) }
  try {
    const { draft } = await api.keepDraft(conversation, body)
    return { outcome: 'saved', version: draft?.version }
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409)
      return error.draft ? { outcome: 'conflict', standing: error.draft } : { outcome: 'gone' }
    // Not reached, or signed out: it is kept here, and tried again.
    if (error instanceof Error) return { outcome: 'away' }
    throw error
  }
}

function afterSaving(now: Written, sent: Written, saved: SavedOnce): Written {
  if (saved.outcome === 'saved') return { ...now, version: saved.version, dirty: !sameWords(now, sent) }
  return saved.outcome === 'gone' ? { ...now, version: undefined } : now
}
