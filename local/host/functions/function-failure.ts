/**
 * A function did not answer an event: it threw, did not answer in time, or its thread ended. The message names no data
 * of the event.
 */
export class FunctionFailure extends Error {
  override name = 'FunctionFailure'
  kind: 'threw' | 'timed out' | 'crashed' | 'overloaded'

  constructor(kind: FunctionFailure['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}
