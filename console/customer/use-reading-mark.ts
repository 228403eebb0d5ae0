import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'

/** So long something is on the screen until it counts as read. */
const lookMs = 3000

/**
 * Up to when the person had read this customer's timeline before they opened it now. `latest` is what they have before
 * them since: it is noted for the next time.
 */
export function useReadingMark(customer: string, latest: string | undefined): string | undefined {
  const may = useMay()
  const { api } = useConsole()
  const isVisible = useVisible()
  const { data } = useQuery({
    queryKey: dataKeys.readingMark(customer),
    enabled: may('readMark'),
    queryFn: ({ signal }) => api.readMark(customer, signal),
    // Where reading began stays where it is for as long as the timeline is open.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const [noted, setNoted] = useState('')
  useEffect(() => {
    if (data === undefined || latest === undefined || !isVisible) return
    if (latest <= noted || (data.upTo !== undefined && latest <= data.upTo)) return
    const timer = setTimeout(() => {
      // What is not noted now is noted with the next entry; it only leaves something marked as unread.
      api.setMark(customer, { upTo: latest }).then(
        ({ upTo = '' }) => setNoted(upTo),
        () => setNoted(latest),
      )
    }, lookMs)
    return () => clearTimeout(timer)
  }, [api, customer, data, latest, noted, isVisible])
  return data?.upTo
}

function useVisible(): boolean {
  const [isVisible, setVisible] = useState(!document.hidden)
  useEffect(() => {
    const look = () => setVisible(!document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isVisible
}
