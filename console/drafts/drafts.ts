import { useState } from 'react'

/**
 * What somebody writes is kept in this browser from the first letter on: over a lost network, a reload, and a sign-in
 * that ended. Each person has their own.
 */
const keyOf = (subject: string, place: string): string => `throughline.draft.${subject}.${place}`

export const readDraft = (subject: string, place: string): string => localStorage.getItem(keyOf(subject, place)) ?? ''

export function keepDraft(subject: string, place: string, text: string): void {
  if (text === '') localStorage.removeItem(keyOf(subject, place))
  else localStorage.setItem(keyOf(subject, place), text)
}

/** The text of a draft, and how it changes. */
export function useDraft(subject: string, place: string): [string, (text: string) => void] {
  const [held, setHeld] = useState({ place, text: readDraft(subject, place) })
  const text = held.place === place ? held.text : readDraft(subject, place)
  const change = (next: string) => {
    keepDraft(subject, place, next)
    setHeld({ place, text: next })
  }
  return [text, change]
}
