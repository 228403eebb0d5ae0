import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useGo } from '../../app/router.tsx'
import { listKey } from '../list/use-list.ts'
import { addressOf, type Place } from '../places.ts'
import { type Form, useForm } from './use-form.ts'

type ItemForm<Value> = {
  place: Place
  start: Value
  send: (value: Value) => Promise<unknown>
  /** What else of the console's data it makes old. */
  outdates?: readonly (readonly unknown[])[]
}

/** A form of one thing of a list, which is loaded again once the thing was saved; then, or on giving up, one goes back to it. */
export function useItemForm<Value>({ place, start, send, outdates = [] }: ItemForm<Value>) {
  const go = useGo()
  const queries = useQueryClient()
  const first = useRef(start)
  const back = () => go(addressOf(place))
  const form: Form<Value> = useForm({
    start: first.current,
    send: async value => {
      await send(value)
      await Promise.all([listKey(place), ...outdates].map(queryKey => queries.invalidateQueries({ queryKey })))
    },
  })
  return { form, onSaved: back, onCancel: back }
}
