/** Makes the dependencies of a function at its first event and keeps them while the function is warm. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
