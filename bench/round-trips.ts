import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

type Call = { from: number; to: number }

/** Notes when each call of a client begins and ends, to tell how many had to wait for each other. */
export function watchRoundTrips(client: DynamoDBClient): { during: (work: () => Promise<unknown>) => Promise<number> } {
  const calls: Call[] = []
  client.middlewareStack.add(
    next => async args => {
      const call = { from: performance.now(), to: Number.POSITIVE_INFINITY }
      calls.push(call)
      try {
        return await next(args)
      } finally {
        call.to = performance.now()
      }
    },
    { step: 'initialize', name: 'watchRoundTrips' },
  )
  return {
    during: async work => {
      calls.length = 0
      await work()
      return longestChain(calls)
    },
  }
}

/** The most calls of which each began after the one before had ended: taking what ends first finds it. */
function longestChain(calls: Call[]): number {
  let chain = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { from, to } of calls.toSorted((a, b) => a.to - b.to)) {
    if (from < end) continue
    chain++
    end = to
  }
  return chain
}
