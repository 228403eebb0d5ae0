/** A word, a quoted name, a text, a number, or whatever else stands between them. */
type Token = { kind: 'word' | 'name' | 'text' | 'number' | 'sign'; text: string }

/** A statement that was understood: its words, and every name in it in lower case, without quotes. */
export type Statement = { tokens: Token[]; names: ReadonlySet<string> }

export const longestStatement = 20_000

const patterns: [Token['kind'] | 'space', RegExp][] = [
  ['space', /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/y],
  ['text', /'(?:[^']|'')*'/y],
  ['name', /"(?:[^"]|"")+"/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['sign', /\|\||<>|!=|<=|>=|->|=>|[-+*/%(),.=<>[\]]/y],
]

/**
 * Reads one SELECT statement (or a WITH before one) over the views. Anything else is refused with a sentence that says
 * what to do: several statements, names of what is not meant to be asked, signs that the two engines read differently.
 * What is asked of an engine is written anew from these tokens, without comments and with a space between them, so that
 * both engines read what was read here. That there is but a SELECT in it is checked again by whoever runs it.
 */
export function readStatement(sql: string): Statement | { refusal: string } {
  if (sql.length > longestStatement) return { refusal: `The query is longer than ${longestStatement} characters.` }
  const tokens = tokensOf(sql)
  if ('refusal' in tokens) return tokens
  const all = withoutLastSemicolon(tokens)
  const refusal = refusalOf(all)
  return refusal === undefined ? { tokens: all, names: new Set(all.flatMap(nameOf)) } : { refusal }
}

function tokensOf(sql: string): Token[] | { refusal: string } {
  const tokens: Token[] = []
  for (let at = 0; at < sql.length; ) {
    const found = tokenAt(sql, at)
    if (found === undefined) return { refusal: strangeSign(sql.charAt(at)) }
    at += found.text.length
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: found.text })
  }
  return tokens
}

function tokenAt(sql: string, at: number): { kind: Token['kind'] | 'space'; text: string } | undefined {
  if (sql.charAt(at) === ';') return { kind: 'sign', text: ';' }
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const text = pattern.exec(sql)?.[0]
    if (text !== undefined) return { kind, text }
  }
  return undefined
}

const strangeSign = (sign: string): string =>
  /^[\x21-\x7e]$/.test(sign) && !/["']/.test(sign)
    ? `The sign ${sign} has no place in a query here.`
    : 'A text, a quoted name or a letter outside of them is not closed or not known.'

function withoutLastSemicolon(tokens: Token[]): Token[] {
  const last = tokens.findLastIndex(({ text }) => text !== ';')
  return tokens.slice(0, last + 1)
}

function refusalOf(tokens: Token[]): string | undefined {
  const first = tokens[0]?.text.toLowerCase()
  if (first !== 'select' && first !== 'with') return 'Ask with one SELECT statement; --help lists the views.'
  if (tokens[1]?.text.toLowerCase() === 'recursive') return 'A query may not ask itself: leave out RECURSIVE.'
  if (tokens.some(({ text }) => text === ';')) return 'Ask one statement at a time.'
  const forbidden = tokens.flatMap(nameOf).find(isForbidden)
  if (forbidden !== undefined) return `The name ${forbidden.slice(0, 64)} cannot be asked here; ask the views.`
  const file = tokens.some(({ kind }, at) => kind === 'text' && /^(from|join)$/i.test(tokens[at - 1]?.text ?? ''))
  return file ? 'A file cannot be asked; ask the views.' : undefined
}

function nameOf({ kind, text }: Token): string[] {
  if (kind === 'word') return [text.toLowerCase()]
  return kind === 'name' ? [text.slice(1, -1).replaceAll('""', '"').toLowerCase()] : []
}

/** What holds the files, what reads others, and what tells of the engine itself. */
const forbiddenBeginning =
  /^(stored_|duckdb_|pragma_|read_|parquet_|sniff_|sqlite_|pg_|from_substrait|iceberg_|st_read)/
const forbiddenNames = new Set([
  ...['information_schema', 'awsdatacatalog', 'system', 'glob', 'query', 'query_table', 'current_setting'],
  ...['getenv', 'getvariable', 'which_secret', 'recursive', 'json_execute_serialized_sql', 'arrow_scan'],
])
const isForbidden = (name: string): boolean =>
  forbiddenBeginning.test(name) || forbiddenNames.has(name) || /[$\\\n]/.test(name)

/** The statement as it is asked, with definitions before it. */
export function composeStatement({ tokens }: Statement, definitions: readonly { name: string; sql: string }[]): string {
  const written = tokens.map(({ text }) => text)
  const own = written[0]?.toLowerCase() === 'with'
  const views = definitions.map(({ name, sql }) => `${name} AS (\n${sql}\n)`).join(',\n')
  const asked = (own ? written.slice(1) : written).join(' ')
  if (views === '') return written.join(' ')
  return `WITH ${views}${own ? ',\n' : '\n'}${asked}`
}
