import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles'
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { usePreferences } from './preferences.ts'

const darkSystem = '(prefers-color-scheme: dark)'

const onSystem = (listener: () => void) => {
  const query = matchMedia(darkSystem)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Puts the chosen theme on the page; `system` follows the system while it changes. */
export function useTheme(): void {
  const { theme } = usePreferences()
  const systemIsDark = useSyncExternalStore(onSystem, () => matchMedia(darkSystem).matches)
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark)
  useLayoutEffect(() => {
    applyMode(dark ? Mode.Dark : Mode.Light)
    applyDensity(Density.Compact)
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }, [dark])
}
