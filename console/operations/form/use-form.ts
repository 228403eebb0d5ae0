import { useRef, useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { ApiProblem } from '../../client/problem.ts'
import { useSay } from '../../words/words.ts'

/** What is being written into a form, and what the API said of it. */
export type Form<Value> = {
  value: Value
  set: (change: Partial<Value>) => void
  /** Something was written that is not saved. */
  isDirty: () => boolean
  saving: boolean
  failure: Error | undefined
  /** What the API refused of a field or of a part of it, in its own words. */
  errorAt: (field: string) => string | undefined
  /** Resolves with whether it was saved. */
  save: () => Promise<boolean>
}

type Settings<Value> = { start: Value; send: (value: Value) => Promise<unknown> }

export function useForm<Value>({ start, send }: Settings<Value>): Form<Value> {
  const say = useSay()
  const { toasts } = useConsole()
  const saved = useRef(start)
  const written = useRef(start)
  const [value, setValue] = useState(start)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const save = async () => {
    setSaving(true)
    try {
      const sent = written.current
      await send(sent)
      saved.current = sent
      setFailure(undefined)
      toasts.show({ kind: 'success', text: say('ops.saved') })
      return true
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
      return false
    } finally {
      setSaving(false)
    }
  }
  return {
    value,
    set: change => {
      written.current = { ...written.current, ...change }
      setValue(written.current)
    },
    isDirty: () => JSON.stringify(written.current) !== JSON.stringify(saved.current),
    saving,
    failure,
    errorAt: field => errorAt(failure, field),
    save,
  }
}

/** The API names fields by their way from the request: `body.when.channel.0`. */
export function errorAt(failure: Error | undefined, field: string): string | undefined {
  if (!(failure instanceof ApiProblem)) return undefined
  const path = `body.${field}`
  const found = failure.errors.filter(error => error.field === path || error.field.startsWith(`${path}.`))
  return found.length === 0 ? undefined : found.map(({ message }) => message).join(' · ')
}
