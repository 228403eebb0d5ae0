/** Those of the fields that there are: an empty text is none. */
export function known<Fields extends Record<string, string | undefined>>(
  fields: Fields,
): { [Name in keyof Fields]?: string } {
  const found: { [Name in keyof Fields]?: string } = {}
  for (const name in fields) {
    const value = fields[name]
    if (value !== undefined && value !== '') found[name] = value
  }
  return found
}
