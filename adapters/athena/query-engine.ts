import {
  type AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  InvalidRequestException,
  type QueryExecution,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import type { QueryEngine, QueryRows, QueryState } from '../../core/archive/query.ts'

/**
 * Amazon Athena, in a workgroup that says where answers go and how much a query may read.
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html
 */
export const athenaEngine = (client: AthenaClient, WorkGroup: string, Database: string): QueryEngine => ({
  start: async (QueryString, token) => {
    const ClientRequestToken = token.padEnd(32, '0')
    const asked = { QueryString, ClientRequestToken, WorkGroup, QueryExecutionContext: { Database } }
    try {
      const { QueryExecutionId = '' } = await client.send(new StartQueryExecutionCommand(asked))
      return { execution: QueryExecutionId }
    } catch (error) {
      if (error instanceof InvalidRequestException) return { refusal: error.message.slice(0, 500) }
      throw error
    }
  },
  state: async QueryExecutionId => {
    const { QueryExecution: found } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }))
    return stateOf(found)
  },
  rows: (execution, limit, next) => rowsOf(client, execution, limit, next),
  stop: async QueryExecutionId => {
    await client.send(new StopQueryExecutionCommand({ QueryExecutionId }))
  },
})

/** https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecutionStatus.html */
function stateOf(execution: QueryExecution | undefined): QueryState {
  const { State: state, StateChangeReason: reason } = execution?.Status ?? {}
  const { TotalExecutionTimeInMillis: milliseconds = 0, DataScannedInBytes: bytes = 0 } = execution?.Statistics ?? {}
  if (state === 'SUCCEEDED') return { state: 'done', milliseconds, bytes }
  if (state === 'FAILED') return { state: 'failed', reason: (reason ?? 'Athena gives no reason').slice(0, 500) }
  if (state === 'CANCELLED') return { state: 'cancelled', ...(reason && { reason: reason.slice(0, 500) }) }
  return { state: 'running' }
}

/** The first row of the first page holds the names of the columns, so one more is asked for. Athena gives 1,000 at most. */
async function rowsOf(
  client: AthenaClient,
  QueryExecutionId: string,
  limit: number,
  next?: string,
): Promise<QueryRows> {
  const MaxResults = next === undefined ? limit + 1 : limit
  const asked = { QueryExecutionId, MaxResults, ...(next !== undefined && { NextToken: next }) }
  const { ResultSet, NextToken } = await client.send(new GetQueryResultsCommand(asked))
  const columns = (ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '', Type = '' }) => ({
    name: Name,
    type: Type,
  }))
  const all = (ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue ?? null))
  return { columns, rows: next === undefined ? all.slice(1) : all, ...(NextToken !== undefined && { next: NextToken }) }
}
