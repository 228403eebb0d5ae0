/** How long events can be replayed. */
export const keptMs = 60 * 60_000

/** A post that is not done so long after its batch began is given up, and its connection with it. */
export const postingMs = 10_000

/**
 * Replays begin so much before the client's position: an event may have been logged before one that the client has
 * seen and have been lost on its way, for as long as posting may take; clocks differ; stream records count seconds.
 */
export const overlapMs = postingMs + 10_000

/** API Gateway ends every connection after two hours (its quotas for WebSocket APIs). */
export const connectedMs = 2 * 60 * 60_000

/** Nobody who came before could still be connected, or resume. */
export const awakeMs = connectedMs + 2 * keptMs
