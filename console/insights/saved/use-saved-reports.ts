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

/** What is seen, with a period that moves along where it does. */
export function queryToSave({ period, from, to, ...asked }: Asked): Input['query'] {
  switch (period) {
    case '7':
    case '28':
    case '90':
      return { ...asked, days: Number(period) }
    case 'month':
    case 'last-month':
    case 'year':
      return { ...asked, period }
    case 'own':
    case undefined:
      return { ...asked, from, to }
    default:
      return period satisfies never
  }
}

/** Where a kept view leads: to what was seen. Days of one's own are marked as such, as the fields above a report do. */
export function addressOfSaved({ report, query }: Pick<SavedReport, 'report' | 'query'>): string {
  const { days, period, ...asked } = query
  const own = asked.from !== undefined || asked.to !== undefined
  return addressOf(report, askedSchema.parse({ ...asked, period: own ? 'own' : (period ?? days?.toString()) }))
}

/** An id that addresses may hold, of a name: `Mondays, phone` becomes `mondays-phone`. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63) || 'view'
