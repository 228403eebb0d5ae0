import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import * as z from 'zod'
import { type Column, datasetNames, datasets, storedName } from '../../core/archive/datasets.ts'
import { refusalOfTree } from './query-tree.ts'

/** What a query gave: values as text, as Athena gives them. */
export type DuckAnswer = { columns: { name: string; type: string }[]; rows: (string | null)[][]; more: boolean }

/** A query that DuckDB or our own checks refused, in words for whoever asked. */
export class QueryRefused extends Error {
  override name = 'QueryRefused'
}

export type SessionSettings = { folder: string; memoryMegabytes?: number; threads?: number }

/**
 * DuckDB over the files of one archive, and over nothing else. Its access to files ends at that folder before the first
 * query, and no setting can be changed after that:
 * https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview
 */
export class DuckSession {
  #instance: DuckDBInstance
  #connection: DuckDBConnection

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance
    this.#connection = connection
  }

  /** `filesOf` names the files of each dataset below the folder. DuckDB is loaded here, since most runs never ask. */
  static async open(
    { folder, memoryMegabytes = 1000, threads = 2 }: SessionSettings,
    filesOf: (dataset: string) => string[],
  ): Promise<DuckSession> {
    const { DuckDBInstance: Instance } = await import('@duckdb/node-api')
    const instance = await Instance.create(':memory:', { memory_limit: `${memoryMegabytes}MB`, threads: `${threads}` })
    const connection = await instance.connect()
    await connection.run(`SET temp_directory = ''`)
    await connection.run(`SET allowed_directories = [${quoted(`${folder}/`)}]`)
    await connection.run('SET enable_external_access = false')
    for (const dataset of datasetNames) await connection.run(storedView(dataset, filesOf(dataset)))
    await connection.run('SET lock_configuration = true')
    return new DuckSession(instance, connection)
  }

  /** At most `limit` rows. Throws `QueryRefused`. */
  async ask(sql: string, limit: number): Promise<DuckAnswer> {
    try {
      await this.#check(sql)
      const read = await this.#connection.streamAndReadUntil(sql, limit + 1)
      const rows = read
        .getRowsJson()
        .slice(0, limit)
        .map(row => row.map(textOf))
      const names = read.columnNames()
      const columns = read.columnTypes().map((type, at) => ({ name: names[at] ?? '', type: `${type}`.toLowerCase() }))
      return { columns, rows, more: read.currentRowCount > limit }
    } catch (error) {
      if (error instanceof QueryRefused || !(error instanceof Error)) throw error
      throw new QueryRefused(firstLines(error.message))
    }
  }

  /** Ends what is running; whoever asked it is refused. */
  interrupt = (): void => this.#connection.interrupt()

  close(): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }

  async #check(sql: string): Promise<void> {
    const read = await this.#connection.runAndReadAll(`SELECT json_serialize_sql(${quoted(sql)})`)
    const tree: unknown = JSON.parse(z.string().parse(read.getRowsJson()[0]?.[0]))
    const refusal = refusalOfTree(tree)
    if (refusal !== undefined) throw new QueryRefused(refusal)
  }
}

/** Without a file yet, a table of the right columns with nothing in it. */
function storedView(dataset: keyof typeof datasets, files: string[]): string {
  const columns: readonly Column[] = datasets[dataset].columns
  if (files.length === 0) {
    const none = columns.map(({ name, type }) => `CAST(NULL AS ${duckType(type)}) AS ${name}`).join(', ')
    return `CREATE VIEW ${storedName(dataset)} AS SELECT ${none}, CAST(NULL AS date) AS day WHERE false`
  }
  const names = columns.map(({ name }) => name).join(', ')
  const from = `read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = true, hive_types = {'day': date})`
  return `CREATE VIEW ${storedName(dataset)} AS SELECT ${names}, day FROM ${from}`
}

function duckType(type: Column['type']): string {
  switch (type) {
    case 'text':
      return 'varchar'
    case 'whole':
      return 'bigint'
    case 'number':
      return 'double'
    case 'truth':
      return 'boolean'
    case 'time':
      return 'timestamp'
    default:
      return type satisfies never
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : `${value}`
}

/** Without the picture of where in the composed statement it is, which nobody wrote so. */
const firstLines = (message: string): string => (message.split('\n\nLINE ')[0] ?? message).slice(0, 500)
