import Badge from '@cloudscape-design/components/badge'
import Link from '@cloudscape-design/components/link'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'
import { useFollow } from '../../app/router.tsx'
import type { Report, ReportFigure, ReportRow } from '../../client/api.ts'
import { useWords } from '../../words/words.ts'
import { Change } from '../change.tsx'
import { byText, type Labels, partsOf } from '../labels.ts'
import { periodText, type Tongue, valueText } from '../write-value.ts'

type TableOf = {
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
  const columns = columnsOf({ report, figure, rows, labels, drill }, words, follow)
  return (
    <Table<ReportRow>
      variant="embedded"
      items={sorted(rows, sorting.by, sorting.down)}
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
    />
  )
}

type Column = TableProps.ColumnDefinition<ReportRow>

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

function columnsOf(
  { report, figure, rows, labels, drill }: TableOf,
  tongue: Tongue,
  follow: ReturnType<typeof useFollow>,
): Column[] {
  const { say, language } = tongue
  const written = (value: number | undefined) => (value === undefined ? '–' : valueText(value, figure.unit, tongue))
  const has = (test: (row: ReportRow) => boolean) => rows.some(test)
  const [first = '', second = ''] = partsOf(report.by)
  const keyCell = (row: ReportRow) => {
    const href = drill(row)
    return (
      <>
        {href === undefined ? (
          labels.key(row)
        ) : (
          <Link href={href} onFollow={follow}>
            {labels.key(row)}
          </Link>
        )}{' '}
        {row.tag && <Badge color={row.tag === 'falling' ? 'grey' : 'blue'}>{say(`insights.tag.${row.tag}`)}</Badge>}
      </>
    )
  }
  const value: Column = {
    ...{ id: 'value', header: figure.title, sortingField: 'value' },
    cell: row => (
      <>
        <strong>{written(row.value)}</strong>
        {row.provisional === true && <span className="quiet"> {say('insights.provisional')}</span>}
      </>
    ),
  }
  const interval: Column = {
    ...{ id: 'interval', header: say('insights.interval') },
    cell: ({ interval: found }) => (found ? `${written(found.low)} – ${written(found.high)}` : say('insights.exact')),
  }
  return [
    ...(has(({ period }) => period !== undefined)
      ? [
          {
            ...{
              id: 'period',
              header: say('insights.period'),
              sortingField: 'period',
              isRowHeader: report.by === 'all',
            },
            cell: ({ period = '' }: ReportRow) => periodText(period, language, report.timezone),
          },
        ]
      : []),
    ...(report.by !== 'all' || !has(({ period }) => period !== undefined)
      ? [{ ...{ id: 'key', header: byText(first, say), sortingField: 'key', isRowHeader: true }, cell: keyCell }]
      : []),
    ...(has(({ other }) => other !== undefined)
      ? [{ id: 'other', header: second === '' ? say('insights.member') : byText(second, say), cell: labels.other }]
      : []),
    value,
    ...(figure.certainty === 'interval' ? [interval] : []),
    {
      id: 'n',
      header: say('insights.n', { of: figure.of }),
      sortingField: 'n',
      cell: ({ n }) => valueText(n, 'count', tongue),
    },
    ...(has(({ before }) => before !== undefined)
      ? [
          { id: 'before', header: say('insights.before'), cell: ({ before }: ReportRow) => written(before?.value) },
          {
            ...{ id: 'change', header: say('insights.change'), sortingField: 'change' },
            cell: (row: ReportRow) => <Change row={row} figure={figure} />,
          },
        ]
      : []),
  ]
}
