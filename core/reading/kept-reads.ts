/** Reads by id and keeps what was found, also that nothing was, for `keepMs`: a change is seen after that. */
export function keptReads<Value>(
  read: (id: string) => Promise<Value | undefined>,
  now: () => number,
  keepMs = 30_000,
): (id: string) => Promise<Value | undefined> {
  const kept = new Map<string, { value: Promise<Value | undefined>; until: number }>()

  return async id => {
    const known = kept.get(id)
    if (known && known.until > now()) return known.value
    const value = read(id)
    kept.set(id, { value, until: now() + keepMs })
    value.catch(() => kept.delete(id))
    return value
  }
}
