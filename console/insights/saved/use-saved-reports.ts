import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { Api } from '../../client/api.ts'
import { type Asked, addressOf, askedSchema } from '../asked.ts'

export type SavedReport = Awaited<ReturnType<Api['savedReports']>>['items'][number]
type Input = Parameters<Api['saveReport']>[1]

const key = ['saved-reports'] as const

/** The views of reports that one keeps, and those that others share. */
export function useSavedReports() {
  const { api } = useConsole()
  const queries = useQueryClient()
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => api.savedReports(signal), staleTime: 60_000 })
  const again = () => queries.invalidateQueries({ queryKey: key })
  return {
    saved: list.data?.items ?? [],
    save: async (id: string, input: Input) => {
      await api.saveReport(id, input)
      await again()
    },
    remove: async (id: string) => {
      await api.removeSavedReport(id)
      await again()
    },
  }
}

/** Periods of so many days are kept as such, so that they move along. */
export function queryToSave({ period, figure: _figure, from, to, ...asked }: Asked): Input['query'] {
  const days = period === '7' || period === '28' || period === '90' ? Number(period) : undefined
  return { ...asked, ...(days === undefined ? { from, to } : { days }) }
}

/** Where a kept view leads. */
export function addressOfSaved({ report, query: { days, ...query } }: SavedReport): string {
  const period = days === undefined ? undefined : `${days}`
  return addressOf(report, askedSchema.parse({ ...query, period }))
}

/** An id that addresses may hold, of a name: `Mondays, phone` becomes `mondays-phone`. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63) || 'view'
