import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import type { AskedQuery } from './asked.ts'

/** The catalogue changes with a release only. */
const rarely = 10 * 60_000
/** Figures are kept by the second, but nobody reads them so. */
const fresh = 60_000

export function useCatalogue() {
  const { api } = useConsole()
  return useQuery({ queryKey: ['reports'], staleTime: rarely, queryFn: ({ signal }) => api.reports(signal) })
}

/** A report; while it is asked for anew the former answer of the same report stays. */
export function useReport(name: string, query: AskedQuery & { limit?: number }, enabled = true) {
  const { api } = useConsole()
  return useQuery({
    queryKey: ['report', name, query],
    staleTime: fresh,
    enabled,
    queryFn: ({ signal }) => api.report(name, query, signal),
    placeholderData: (previous, asked) => (asked?.queryKey[1] === name ? keepPreviousData(previous) : undefined),
  })
}
