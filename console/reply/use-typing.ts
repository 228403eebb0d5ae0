import { useCallback, useEffect, useRef, useState } from 'react'

/** Who pauses so long does not write any more. */
const pauseMs = 12_000

/** Whether somebody is writing just now: from a letter on until they pause. */
export function useTyping(): [boolean, () => void] {
  const [typing, setTyping] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const typed = useCallback(() => {
    setTyping(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setTyping(false), pauseMs)
  }, [])
  return [typing, typed]
}
