/** The stack cannot start, and the message says what to do about it: shown without a stack trace. */
export class StartError extends Error {
  override name = 'StartError'
}
