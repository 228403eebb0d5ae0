import Input from '@cloudscape-design/components/input'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useGo } from '../app/router.tsx'
import { focusRow } from '../keys/keys.ts'
import { useSay } from '../words/words.ts'

const pauseMs = 250

/** The search box of the top bar: results come while one types, and the address says what was typed. */
export function SearchBox() {
  const say = useSay()
  const go = useGo()
  const { pathname, searchStr } = useLocation()
  const there = pathname === '/search'
  const asked = there ? (new URLSearchParams(searchStr).get('q') ?? '') : undefined
  const [typed, setTyped] = useState(asked ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const gone = useRef(asked)
  useEffect(() => {
    // Somebody went back, or followed a link: what one typed oneself may be further on already.
    if (asked === undefined || asked === gone.current) return
    gone.current = asked
    setTyped(asked)
  }, [asked])
  const search = (text: string) => {
    clearTimeout(timer.current)
    const q = text.trim()
    gone.current = q
    if (q !== '') go(`/search?${new URLSearchParams({ q })}`, there ? 'replace' : 'push')
    else if (there) go('/search', 'replace')
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(text), pauseMs)
  }
  return (
    <search className="search-box">
      <Input
        type="search"
        value={typed}
        onChange={({ detail }) => type(detail.value)}
        onKeyDown={({ detail: { key, isComposing } }) => {
          if (isComposing) return
          if (key === 'Enter') search(typed)
          // Down into what was found, from where j and k go on.
          if (key === 'ArrowDown' && there) focusRow(1)
        }}
        placeholder={say('search.placeholder')}
        ariaLabel={say('search.label')}
        clearAriaLabel={say('search.clear')}
      />
    </search>
  )
}

/** The bar keeps hidden copies of what it holds, to measure them: the one that people see gets the focus. */
export function focusSearch(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('.search-box input')]
  boxes
    .find(box => box.closest('[aria-hidden=true]') === null && box.checkVisibility({ visibilityProperty: true }))
    ?.focus()
}
