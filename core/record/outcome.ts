/** Thrown when a message should go back to its queue: the same delivery can succeed later. Names no personal data. */
export class RetryLater extends Error {
  override name = 'RetryLater'
}
