import Input from '@cloudscape-design/components/input'
import { useLocation } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useGo } from '../app/router.tsx'
import { useSay } from '../words/words.ts'

const pauseMs = 250

/** The search box of the top bar: results come while one types. */
export function SearchBox() {
  const say = useSay()
  const go = useGo()
  const { pathname } = useLocation()
  const [typed, setTyped] = useState('')
  const there = pathname === '/search'
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    const q = text.trim()
    if (q === '') return
    timer.current = setTimeout(() => go(`/search?${new URLSearchParams({ q })}`, there ? 'replace' : 'push'), pauseMs)
  }
  return (
    <search className="search-box">
      <Input
        type="search"
        value={typed}
        onChange={({ detail }) => type(detail.value)}
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
