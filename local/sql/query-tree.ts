import { datasetNames, storedName } from '../../core/archive/datasets.ts'

/** Functions in FROM that read nothing but their arguments. */
const harmless = new Set(['unnest', 'range', 'generate_series'])
const stored: ReadonlySet<string> = new Set(datasetNames.map(storedName))

/**
 * Why a statement may not run, from DuckDB's own syntax tree of it (json_serialize_sql, which knows SELECT statements
 * only): it is one statement, and whatever stands in a FROM is a table of the archive, a name that the statement itself
 * defines, or a function that reads nothing.
 */
export function refusalOfTree(tree: unknown): string | undefined {
  if (!isObject(tree)) return 'The query cannot be read.'
  if (tree.error === true) return `${tree.error_message ?? 'The query cannot be read.'}`
  if (!Array.isArray(tree.statements) || tree.statements.length !== 1) return 'Ask one statement at a time.'
  const nodes = [...nodesOf(tree)]
  const defined = new Set(nodes.flatMap(definedNames))
  return nodes.map(node => refusalOfNode(node, defined)).find(refusal => refusal !== undefined)
}

type Node = Record<string, unknown>

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const inner of value) yield* nodesOf(inner)
  if (!isObject(value)) return
  yield value
  for (const inner of Object.values(value)) yield* nodesOf(inner)
}

/** The names that a WITH gives. */
const definedNames = ({ cte_map: map }: Node): string[] =>
  isObject(map) && Array.isArray(map.map)
    ? map.map.flatMap(entry => (isObject(entry) ? [`${entry.key}`.toLowerCase()] : []))
    : []

/** Kinds of what may stand in a FROM and holds others, or nothing but values. */
const harmlessKinds = new Set(['SUBQUERY', 'JOIN', 'EMPTY', 'EXPRESSION_LIST', 'PIVOT', 'COLUMN_DATA'])

/** What stands in a FROM has an alias and may be sampled, and is no expression, which would have a class. */
const isInFrom = (node: Node): boolean => 'alias' in node && 'sample' in node && !('class' in node)

function refusalOfNode(node: Node, defined: ReadonlySet<string>): string | undefined {
  if (!isInFrom(node)) return undefined
  return mayStand(node, defined) ? undefined : 'Only the views can be asked; --help lists them.'
}

function mayStand(node: Node, defined: ReadonlySet<string>): boolean {
  if (node.type === 'BASE_TABLE') {
    const name = `${node.table_name}`.toLowerCase()
    const qualified = `${node.catalog_name ?? ''}${node.schema_name ?? ''}` !== ''
    return !qualified && (defined.has(name) || stored.has(name))
  }
  if (node.type === 'TABLE_FUNCTION')
    return isObject(node.function) && harmless.has(`${node.function.function_name}`.toLowerCase())
  return harmlessKinds.has(`${node.type}`)
}
