import Badge from '@cloudscape-design/components/badge'
import Link from '@cloudscape-design/components/link'
import type { TableProps } from '@cloudscape-design/components/table'
import type { useFollow } from '../../app/router.tsx'
import type { ReportRow } from '../../client/api.ts'
import { Change } from '../change.tsx'
import { byText, partsOf } from '../labels.ts'
import { periodText, type Tongue, valueText } from '../write-value.ts'
import type { TableOf } from './report-table.tsx'

export type Column = TableProps.ColumnDefinition<ReportRow>

type Follow = ReturnType<typeof useFollow>

/** What the rows of a figure have, and no column that would be empty. */
export const columnsOf = (table: TableOf, tongue: Tongue, follow: Follow): Column[] => [
  ...placeColumns(table, tongue, follow),
  ...figureColumns(table, tongue),
  ...beforeColumns(table, tongue),
]

/** What a row is about: when, and of what. */
function placeColumns({ report, rows, labels, drill }: TableOf, { say, language }: Tongue, follow: Follow): Column[] {
  const [first = '', second = ''] = partsOf(report.by)
  const overTime = rows.some(({ period }) => period !== undefined)
  const period: Column = {
    ...{ id: 'period', header: say('insights.period'), sortingField: 'period', isRowHeader: report.by === 'all' },
    cell: ({ period: at = '' }) => periodText(at, language, report.timezone),
  }
  const key: Column = {
    ...{ id: 'key', header: byText(first, say), sortingField: 'key', isRowHeader: true },
    cell: row => {
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
    },
  }
  const other: Column = {
    ...{ id: 'other', header: second === '' ? say('insights.member') : byText(second, say), cell: labels.other },
  }
  return [
    ...(overTime ? [period] : []),
    ...(report.by === 'all' && overTime ? [] : [key]),
    ...(rows.some(row => row.other !== undefined) ? [other] : []),
  ]
}

/** The figure, how sure it is, and what it is told from; a count is told from itself. */
function figureColumns({ report, figure, rows }: TableOf, tongue: Tongue): Column[] {
  const { say } = tongue
  const value: Column = {
    ...{ id: 'value', header: figure.title, sortingField: 'value' },
    cell: row => (
      <>
        <strong>{written(row.value, figure, tongue)}</strong>
        {row.provisional === true && <span className="quiet"> {say('insights.provisional')}</span>}
      </>
    ),
  }
  const interval: Column = {
    ...{ id: 'interval', minWidth: 120, header: say(intervalKey(report.name, figure.unit)) },
    cell: ({ interval: found }) =>
      found ? `${written(found.low, figure, tongue)} – ${written(found.high, figure, tongue)}` : '–',
  }
  const n: Column = {
    ...{ id: 'n', header: say('insights.n', { of: figure.of }), sortingField: 'n' },
    cell: row => valueText(row.n, 'count', tongue),
  }
  return [
    value,
    ...(rows.some(row => row.interval) ? [interval] : []),
    ...(rows.some(row => row.value !== row.n) ? [n] : []),
  ]
}

/** Of percentiles the bounds of their bucket, of a forecast four hours in five; of all else as sure as 95 in 100. */
const intervalKey = (report: string, unit: string) =>
  unit === 'seconds' ? 'insights.bounds' : report === 'workload-forecast' ? 'insights.interval-80' : 'insights.interval'

function beforeColumns({ figure, rows }: TableOf, tongue: Tongue): Column[] {
  const { say } = tongue
  if (!rows.some(({ before }) => before !== undefined)) return []
  return [
    {
      ...{ id: 'before', header: say('insights.before') },
      cell: ({ before }) => written(before?.value, figure, tongue),
    },
    {
      ...{ id: 'change', minWidth: 120, header: say('insights.change'), sortingField: 'change' },
      cell: row => <Change row={row} figure={figure} />,
    },
  ]
}

const written = (value: number | undefined, { unit }: TableOf['figure'], tongue: Tongue): string =>
  value === undefined ? '–' : valueText(value, unit, tongue)
