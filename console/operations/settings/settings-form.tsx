import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import type { Api } from '../../client/api.ts'
import { Failed, Loading } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { type Form, useForm } from '../form/use-form.ts'
import { listKey } from '../list/use-list.ts'
import type { Place } from '../places.ts'

type SettingsProps<Value> = {
  place: Place
  read: (api: Api, signal: AbortSignal) => Promise<Value>
  write: (api: Api, value: Value) => Promise<unknown>
  children: (form: Form<Value>) => ReactNode
}

/** Settings of which there is one set for the whole deployment. */
export function SettingsForm<Value>(props: SettingsProps<Value>) {
  const say = useSay()
  const { api } = useConsole()
  const { place, read } = props
  const settings = useQuery({
    queryKey: listKey(place),
    queryFn: ({ signal }) => read(api, signal),
    refetchOnWindowFocus: false,
  })
  if (settings.data !== undefined) return <Loaded {...props} start={settings.data} />
  if (settings.error)
    return <Failed error={settings.error} what={say(`ops.place.${place}`)} onRetry={() => void settings.refetch()} />
  return <Loading what={say('ops.loading')} />
}

function Loaded<Value>({ place, write, start, children }: SettingsProps<Value> & { start: Value }) {
  const say = useSay()
  const { api } = useConsole()
  const queries = useQueryClient()
  const [first] = useState(start)
  const form = useForm<Value>({ start: first, send: value => write(api, value) })
  return (
    <Editor
      form={form}
      title={say(`ops.place.${place}`)}
      about={say(`ops.about.${place}`)}
      onSaved={() => void queries.invalidateQueries({ queryKey: listKey(place) })}
    >
      {children(form)}
    </Editor>
  )
}
