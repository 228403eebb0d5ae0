import Button from '@cloudscape-design/components/button'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { useFollow } from '../../app/router.tsx'
import type { Report, ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import type { Labels } from '../labels.ts'
import { type Column, columnsOf } from './columns.tsx'

export type TableOf = {
  report: Report
  figure: ReportFigure
  rows: readonly ReportRow[]
  labels: Labels
  /** Where a value leads: to itself alone, by the day. */
  drill: (row: ReportRow) => string | undefined
}

/** The rows that are drawn, each with what it is told from, how sure it is, and the period before. */
export function ReportTable({ report, figure, rows, labels, drill }: TableOf) {
  const words = useWords()
  const follow = useFollow()
  const [sorting, setSorting] = useState<{ by: Column | undefined; down: boolean }>({ by: undefined, down: false })
  const [all, setAll] = useState(false)
  const shown = sorted(rows, sorting.by, sorting.down)
  const columns = columnsOf({ report, figure, rows, labels, drill }, words, follow)
  return (
    <Table<ReportRow>
      variant="embedded"
      items={all ? shown : shown.slice(0, firstRows)}
      columnDefinitions={columns}
      {...(sorting.by && { sortingColumn: sorting.by })}
      sortingDescending={sorting.down}
      onSortingChange={({ detail }) =>
        setSorting({
          by: columns.find(({ sortingField }) => sortingField === detail.sortingColumn.sortingField),
          down: detail.isDescending ?? false,
        })
      }
      wrapLines
      ariaLabels={{ tableLabel: words.say('insights.table', { figure: figure.title }) }}
      empty={words.say('insights.no-rows')}
      {...(!all &&
        rows.length > firstRows && {
          footer: (
            <Button onClick={() => setAll(true)}>{words.say('insights.all-rows', { count: rows.length })}</Button>
          ),
        })}
    />
  )
}

/** More are shown when somebody asks for them: thousands of cells take a browser its time. */
const firstRows = 62

const sizes: Record<string, (row: ReportRow) => number | string> = {
  period: ({ period = '' }) => period,
  key: ({ key }) => key,
  value: ({ value = Number.NEGATIVE_INFINITY }) => value,
  n: ({ n }) => n,
  change: ({ change }) => change?.difference ?? 0,
}

/** As the API gives them, until a column is chosen. */
function sorted(rows: readonly ReportRow[], by: Column | undefined, down: boolean): readonly ReportRow[] {
  const size = sizes[by?.sortingField ?? '']
  if (size === undefined) return rows
  const way = down ? -1 : 1
  return rows.toSorted((a, b) => (size(a) < size(b) ? -way : size(a) > size(b) ? way : 0))
}
