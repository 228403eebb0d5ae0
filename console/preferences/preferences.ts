import { useSyncExternalStore } from 'react'
import * as z from 'zod'
import { languages } from '../words/words.ts'

export const themes = ['system', 'light', 'dark'] as const

/** Whether the browser tells what concerns the person: not, that something happened, or also whose matter it is. */
export const notices = ['off', 'plain', 'names'] as const

/** What a person has chosen for this browser. Without a time zone, the browser's own. */
const preferencesSchema = z.object({
  theme: z.enum(themes).catch('system'),
  language: z.enum(languages).optional().catch(undefined),
  timeZone: z.string().optional().catch(undefined),
  notify: z.enum(notices).catch('off'),
  sound: z.boolean().catch(false),
})
export type Preferences = z.infer<typeof preferencesSchema>

const key = 'throughline.preferences'
const listeners = new Set<() => void>()
let current: Preferences | undefined

export function readPreferences(): Preferences {
  current ??= preferencesSchema.parse(parsed(localStorage.getItem(key)))
  return current
}

export function changePreferences(changed: Partial<Preferences>): void {
  current = { ...readPreferences(), ...changed }
  localStorage.setItem(key, JSON.stringify(current))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, readPreferences)

/** The chosen language, else the first of the browser's that the console speaks. */
export const languageOf = ({ language }: Preferences): (typeof languages)[number] =>
  language ?? languages.find(known => navigator.languages.some(wanted => wanted.startsWith(known))) ?? 'en'

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
