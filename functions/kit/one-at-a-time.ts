/** Does the work for one input after the other, in the order of asking, whoever asks side by side. */
export function oneAtATime<Input, Output>(work: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
  let last: Promise<unknown> = Promise.resolve()
  return input => {
    const next = last.then(() => work(input))
    last = Promise.allSettled([next])
    return next
  }
}
