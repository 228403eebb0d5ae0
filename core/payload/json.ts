import { scanJson } from './json-scan.ts'

/** What a payload may cost to read. A provider's largest webhook is far below each of these. */
export const jsonLimits = { bytes: 10 * 1024 * 1024, depth: 64, values: 500_000 } as const

export type ReadJson = { ok: true; value: unknown } | { ok: false; reason: string }

/**
 * Reads JSON from a payload without trusting it: too large, too deep or too many values are refused before anything is
 * built. Whole numbers of 16 digits and more come back as strings of their digits, because ids of X and Meta lie above
 * 2^53 (RFC 8259 section 6: beyond that, implementations do not agree). Bytes that are not UTF-8 become U+FFFD.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  if (bytes.length > jsonLimits.bytes) return refused(`The payload is larger than ${jsonLimits.bytes} bytes.`)
  const text = new TextDecoder().decode(bytes)
  const scan = scanJson(text, jsonLimits)
  if (scan.deepest > jsonLimits.depth) return refused(`The JSON is nested deeper than ${jsonLimits.depth} levels.`)
  if (scan.values > jsonLimits.values) return refused(`The JSON holds more than ${jsonLimits.values} values.`)
  try {
    return { ok: true, value: JSON.parse(quoteNumbers(text, scan.longNumbers)) }
  } catch (error) {
    if (error instanceof SyntaxError) return refused('The payload is not JSON.')
    throw error
  }
}

const refused = (reason: string): ReadJson => ({ ok: false, reason })

function quoteNumbers(text: string, spans: [start: number, end: number][]): string {
  if (spans.length === 0) return text
  const pieces: string[] = []
  let from = 0
  for (const [start, end] of spans) {
    pieces.push(text.slice(from, start), '"', text.slice(start, end), '"')
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}
