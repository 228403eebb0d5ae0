import Container from '@cloudscape-design/components/container'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSay } from '../../words/words.ts'
import type { Place } from '../places.ts'
import { Editor } from './editor.tsx'
import { TextField } from './fields.tsx'
import { ItemScreen } from './item-screen.tsx'
import type { Form } from './use-form.ts'
import { useItemForm } from './use-item-form.ts'

type Named = { id: string; name: string }
/** The things whose forms are alike: an id once, a name, and what they are. */
type NamedPlace = Extract<Place, 'hours' | 'routing' | 'automations' | 'macros' | 'teams'>

type NamedFormProps<Item extends Named, Value extends Named> = {
  place: NamedPlace
  about: string
  /** What stands in the form of this one, or of a new one; asked once. */
  startOf: (item: Item | undefined) => Value
  send: (value: Value) => Promise<unknown>
  outdates?: readonly (readonly unknown[])[]
  /** What stands beside the name. */
  fields?: (form: Form<Value>) => ReactNode
  /** The sections below. */
  children: (form: Form<Value>, item: Item | undefined) => ReactNode
}

type NamedScreenProps<Item extends Named, Value extends Named> = NamedFormProps<Item, Value> & {
  id: string
  list: UseQueryResult<Item[]>
}

/** The form of one thing that has an id and a name, new or known, once the list of them is there. */
export function NamedScreen<Item extends Named, Value extends Named>(props: NamedScreenProps<Item, Value>) {
  const { id, list, ...rest } = props
  return (
    <ItemScreen place={rest.place} id={id} list={list}>
      {item => <NamedForm {...rest} item={item} />}
    </ItemScreen>
  )
}

type FormProps<Item extends Named, Value extends Named> = NamedFormProps<Item, Value> & { item: Item | undefined }

function NamedForm<Item extends Named, Value extends Named>(props: FormProps<Item, Value>) {
  const { place, item, about, startOf, send, outdates = [], fields, children } = props
  const say = useSay()
  const [start] = useState(() => startOf(item))
  const { form, ...rest } = useItemForm<Value>({ place, start, send, outdates })
  const named: Form<Named> = { ...form, set: change => form.set({ ...form.value, ...change }) }
  const { value, set, errorAt } = named
  return (
    <Editor form={form} title={item?.name ?? say(`ops.new.${place}`)} about={about} {...rest}>
      <Container>
        <div className="form-fields">
          {item === undefined && (
            <TextField
              label={say('ops.id')}
              about={say('ops.id.about')}
              value={value.id}
              onChange={id => set({ id })}
            />
          )}
          <TextField
            label={say('ops.name')}
            value={value.name}
            onChange={name => set({ name })}
            error={errorAt('name')}
          />
          {fields?.(form)}
        </div>
      </Container>
      <div className="form-sections">{children(form, item)}</div>
    </Editor>
  )
}
