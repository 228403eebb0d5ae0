type Asked = { QueryString?: string; QueryExecutionId?: string; NextToken?: string; MaxResults?: number }
type Known = { sql: string; asked: number }

const refused = (message: string) => ({ __type: 'InvalidRequestException', AthenaErrorCode: 'MALFORMED', message })

/**
 * What AWS documents that Athena answers, in turn: queued, running, then done, failed or cancelled; pages of results
 * whose first line names the columns. https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html
 */
export function documentedAthena(): (target: string, body: Buffer) => unknown {
  const executions = new Map<string, Known>()
  const start = ({ QueryString = '' }: Asked) => {
    if (/FORM /.test(QueryString)) return refused("line 1:10: mismatched input 'FORM'")
    const QueryExecutionId = `00000000-0000-4000-8000-${String(executions.size).padStart(12, '0')}`
    executions.set(QueryExecutionId, { sql: QueryString, asked: 0 })
    return { QueryExecutionId }
  }
  const stop = (known: Known) => {
    known.sql = 'stopped'
    return {}
  }
  return (target, body) => {
    const asked: Asked = JSON.parse(body.toString())
    if (target === 'AmazonAthena.StartQueryExecution') return start(asked)
    const known = executions.get(asked.QueryExecutionId ?? '')
    if (known === undefined) return refused('QueryExecution was not found')
    if (target === 'AmazonAthena.StopQueryExecution') return stop(known)
    return target === 'AmazonAthena.GetQueryExecution' ? shown(known) : results(asked)
  }
}

/** Runs from the second time that it is asked for, and ends with the third. */
function shown(known: Known) {
  const stopped = known.sql === 'stopped'
  known.asked++
  if (!stopped && known.asked < 3)
    return { QueryExecution: { Status: { State: known.asked === 1 ? 'QUEUED' : 'RUNNING' } } }
  const Statistics = { DataScannedInBytes: 1234, TotalExecutionTimeInMillis: 567 }
  return { QueryExecution: { Status: ending(known.sql), Statistics } }
}

function ending(sql: string) {
  if (sql === 'stopped') return { State: 'CANCELLED' }
  const StateChangeReason = "COLUMN_NOT_FOUND: Column 'nowhere' cannot be resolved"
  return sql.includes('nowhere') ? { State: 'FAILED', StateChangeReason } : { State: 'SUCCEEDED' }
}

function results({ NextToken = '0', MaxResults = 1000 }: Asked) {
  const numbers = Array.from({ length: 5 }, (_, at) => ({ Data: [{ VarCharValue: `${at}` }, {}] }))
  const all = [{ Data: [{ VarCharValue: 'n' }, { VarCharValue: 'nothing' }] }, ...numbers]
  const end = Number(NextToken) + MaxResults
  const ColumnInfo = [
    { Name: 'n', Type: 'bigint' },
    { Name: 'nothing', Type: 'varchar' },
  ]
  const ResultSet = { Rows: all.slice(Number(NextToken), end), ResultSetMetadata: { ColumnInfo } }
  return { ResultSet, ...(end < all.length && { NextToken: `${end}` }) }
}
