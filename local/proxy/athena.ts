import type { ServerResponse } from 'node:http'
import * as z from 'zod'
import { arnOf } from '../engines/account.ts'
import type { Execution, LocalAthena } from '../sql/local-athena.ts'
import type { Caller } from './access.ts'
import type { Callers } from './callers.ts'
import { answerJson, refuseJson } from './json-answer.ts'

export type AthenaServices = { callers: Callers; athena: LocalAthena }

const startSchema = z.looseObject({
  QueryString: z.string().min(1).max(262_144),
  ClientRequestToken: z.string().min(32).max(128).optional(),
  WorkGroup: z.string(),
})
const namedSchema = z.looseObject({ QueryExecutionId: z.string() })
const resultsSchema = namedSchema.extend({
  MaxResults: z.int().min(1).max(1000).default(1000),
  NextToken: z.string().regex(/^\d+$/).transform(Number).optional(),
})

/**
 * Athena as far as serve-reports uses it: start, get, results, stop.
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html
 */
export function handleAthena(
  services: AthenaServices,
  caller: Caller,
  target: string,
  body: Buffer,
  response: ServerResponse,
): void {
  const operation = target.slice('AmazonAthena.'.length)
  try {
    answer(services, caller, operation, JSON.parse(body.toString()), response)
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error
    refuseJson(response, 'InvalidRequestException', 'The request is in no form that Athena takes')
  }
}

function answer(services: AthenaServices, caller: Caller, operation: string, asked: unknown, response: ServerResponse) {
  const { athena } = services
  if (operation === 'StartQueryExecution') return start(services, caller, asked, response)
  const execution = athena.get(namedSchema.parse(asked).QueryExecutionId)
  if (execution === undefined) return refuseJson(response, 'InvalidRequestException', 'QueryExecution was not found')
  if (denied(services, caller, operation, execution.workGroup, response)) return
  switch (operation) {
    case 'GetQueryExecution':
      return answerJson(response, 200, { QueryExecution: shown(execution) })
    case 'StopQueryExecution':
      athena.stop(execution.id)
      return answerJson(response, 200, {})
    case 'GetQueryResults':
      return results(execution, resultsSchema.parse(asked), response)
    default:
      return refuseJson(response, 'UnknownOperationException', `The local stack does not offer Athena's ${operation}`)
  }
}

function start(services: AthenaServices, caller: Caller, asked: unknown, response: ServerResponse): void {
  const { QueryString, WorkGroup, ClientRequestToken } = startSchema.parse(asked)
  if (denied(services, caller, 'StartQueryExecution', WorkGroup, response)) return
  answerJson(response, 200, { QueryExecutionId: services.athena.start(QueryString, WorkGroup, ClientRequestToken) })
}

function denied(
  { callers }: AthenaServices,
  caller: Caller,
  operation: string,
  workGroup: string,
  response: ServerResponse,
): boolean {
  const resource = arnOf('athena', `workgroup/${workGroup}`)
  const refusal = callers.refusal(caller, [{ action: `athena:${operation}`, resource }])
  if (refusal !== undefined) refuseJson(response, 'AccessDeniedException', refusal)
  return refusal !== undefined
}

/** https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html; times are seconds. */
function shown({ id, sql, workGroup, state, reason, submittedAt, completedAt }: Execution) {
  return {
    QueryExecutionId: id,
    Query: sql,
    StatementType: 'DML',
    WorkGroup: workGroup,
    Status: {
      State: state,
      SubmissionDateTime: submittedAt / 1000,
      ...(reason !== undefined && { StateChangeReason: reason }),
      ...(completedAt !== undefined && { CompletionDateTime: completedAt / 1000 }),
    },
    Statistics: { DataScannedInBytes: 0, TotalExecutionTimeInMillis: (completedAt ?? submittedAt) - submittedAt },
  }
}

/** The first row of a SELECT's answer holds the names of its columns; the token is where the next page begins. */
function results(
  { state, answer: found }: Execution,
  { MaxResults, NextToken = 0 }: z.infer<typeof resultsSchema>,
  response: ServerResponse,
): void {
  const unfinished = `Query has not yet finished. Current state: ${state}`
  if (found === undefined) return void refuseJson(response, 'InvalidRequestException', unfinished)
  const all = [found.columns.map(({ name }) => name), ...found.rows]
  const end = NextToken + MaxResults
  const Rows = all.slice(NextToken, end).map(row => ({
    Data: row.map(value => (value === null ? {} : { VarCharValue: value })),
  }))
  const ColumnInfo = found.columns.map(({ name, type }) => ({
    Name: name,
    Label: name,
    Type: type,
    CatalogName: 'hive',
  }))
  answerJson(response, 200, {
    ...(end < all.length && { NextToken: `${end}` }),
    ResultSet: { Rows, ResultSetMetadata: { ColumnInfo } },
    UpdateCount: 0,
  })
}
