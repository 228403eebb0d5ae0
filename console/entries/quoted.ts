/**
 * The lines at the end that quote somebody, by RFC 3676 section 4.5 those that begin with `>`. The API's texts of mails
 * are own words already; what is left is quoted in messages, posts, and mails that are nothing but a quotation.
 */
export function foldQuoted(text: string): { own: string; quoted: string } {
  const lines = text.split('\n')
  let first = lines.length
  while (first > 0 && /^\s*(?:>.*)?$/.test(lines[first - 1] ?? '')) first -= 1
  const quoted = lines.slice(first)
  if (!quoted.some(line => line.trimStart().startsWith('>')) || first === 0) return { own: text, quoted: '' }
  return {
    own: lines.slice(0, first).join('\n').trimEnd(),
    quoted: quoted
      .map(line => line.replace(/^\s*> ?/, ''))
      .join('\n')
      .trim(),
  }
}
