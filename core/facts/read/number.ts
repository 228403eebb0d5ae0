/** A number as people group and point it: `1.234,56` `1,234.56` `1'234.50` `1,23,456` `1 234,56` `12,5`. */
export const writtenNumber =
  "\\d{1,3}(?:(?:[.,'’ \\u00a0\\u202f]\\d{2,3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|(?:[.,]\\d{1,2}(?!\\d))?(?!\\d))|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?"

/**
 * Its value with two decimals; undefined for what is no number. The last sign is the decimal sign when one or two digits
 * follow it; a sign before three digits groups.
 */
export function readNumber(written: string): string | undefined {
  const joined = written.replace(/['’ \u00a0\u202f]/g, '')
  const [, whole = '', , decimals = ''] = /^(\d[\d.,]*?)(?:([.,])(\d{1,2}))?$/.exec(joined) ?? []
  const digits = whole.replace(/[.,]/g, '')
  if (digits === '' || digits.length > 12) return undefined
  return `${digits.replace(/^0+(?=\d)/, '')}.${decimals.padEnd(2, '0')}`
}
