import type { Line } from './line.ts'

/**
 * A text that is signed within itself (RFC 9580 section 7): without the armour around it and the signature below it,
 * which would pass for a marker of quoted text.
 */
export function withoutArmor(lines: Line[]): Line[] {
  const begin = lines.findIndex(({ text }) => text === '-----BEGIN PGP SIGNED MESSAGE-----')
  if (begin < 0) return lines
  const end = lines.findIndex(({ text }, at) => at > begin && text === '-----BEGIN PGP SIGNATURE-----')
  const closed = lines.findIndex(({ text }, at) => at > end && text === '-----END PGP SIGNATURE-----')
  if (end < 0 || closed < 0) return lines
  const headers = lines.findIndex(({ text }, at) => at > begin && text === '')
  const signed = lines.slice(Math.min(headers < 0 ? begin : headers, end) + 1, end)
  const unescaped = signed.map(line => ({ ...line, text: line.text.replace(/^- /, '') }))
  return [...lines.slice(0, begin), ...unescaped, ...lines.slice(closed + 1)]
}
