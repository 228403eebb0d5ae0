import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea'
import { type Ref, useImperativeHandle, useRef } from 'react'

export type WritingKey = { key: string; ctrl: boolean; at: number; text: string; stop: () => void }

/** `put` writes at a place and leaves the cursor behind it. */
export type WritingRef = { focus: () => void; put: (text: string, from: number, to: number, whole: string) => void }

export type WritingFieldProps = {
  ref?: Ref<WritingRef>
  id: string
  label: string
  placeholder: string
  value: string
  invalid?: boolean
  describedBy?: string
  /** The list of what may be chosen, and which of it is. */
  choosing?: { list: string; active: string } | undefined
  onChange: (text: string, at: number) => void
  onSend: () => void
  onKey?: (key: WritingKey) => void
}

const nodeOf = (id: string): HTMLTextAreaElement | undefined => {
  const node = document.getElementById(id)
  return node instanceof HTMLTextAreaElement ? node : undefined
}

/** Where one writes: Ctrl+Enter sends, Esc leaves. */
export function WritingField(props: WritingFieldProps) {
  const { id, label, placeholder, value, invalid = false, describedBy, choosing, onChange, onSend, onKey } = props
  const field = useRef<TextareaProps.Ref>(null)
  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus(),
    put: (text, from, to, whole) => {
      onChange(whole.slice(0, from) + text + whole.slice(to), from + text.length)
      requestAnimationFrame(() => nodeOf(id)?.setSelectionRange(from + text.length, from + text.length))
    },
  }))
  const onKeyDown: TextareaProps['onKeyDown'] = event => {
    const { key, ctrlKey, metaKey, isComposing } = event.detail
    if (isComposing) return
    let stopped = false
    const stop = () => {
      stopped = true
      event.preventDefault()
    }
    const at = nodeOf(id)?.selectionStart ?? value.length
    onKey?.({ key, ctrl: ctrlKey || metaKey, at, text: value, stop })
    if (stopped) return
    if ((ctrlKey || metaKey) && key === 'Enter') {
      event.preventDefault()
      onSend()
    } else if (key === 'Escape') nodeOf(id)?.blur()
  }
  return (
    <Textarea
      ref={field}
      controlId={id}
      ariaLabel={label}
      placeholder={placeholder}
      value={value}
      invalid={invalid}
      rows={Math.min(14, Math.max(value === '' ? 2 : 4, value.split('\n').length + 1))}
      spellcheck
      {...(describedBy !== undefined && { ariaDescribedby: describedBy })}
      {...(choosing && {
        nativeTextareaAttributes: {
          'aria-autocomplete': 'list',
          'aria-controls': choosing.list,
          'aria-activedescendant': choosing.active,
        },
      })}
      onChange={({ detail }) => onChange(detail.value, nodeOf(id)?.selectionStart ?? detail.value.length)}
      onKeyDown={onKeyDown}
    />
  )
}
