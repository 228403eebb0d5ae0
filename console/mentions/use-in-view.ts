import { type RefObject, useEffect, useState } from 'react'

/** So much before it is scrolled to. */
const ahead = '400px 0px'

/** Whether this was on the screen, or nearly, at any time. */
export function useInView(place: RefObject<HTMLElement | null>): boolean {
  const [wasSeen, setSeen] = useState(false)
  useEffect(() => {
    if (wasSeen || place.current === null) return undefined
    const watch = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: ahead },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place, wasSeen])
  return wasSeen
}
