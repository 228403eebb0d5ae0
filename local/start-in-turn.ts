type Stop = () => Promise<void> | void

/**
 * Starts something of several parts, each of which is handed to `onStop` as soon as it runs. `stop` ends them, the last
 * one first; so does a part that fails to start.
 */
export async function startInTurn<Parts extends object>(
  start: (onStop: (stop: Stop) => void) => Promise<Parts>,
): Promise<Parts & { stop: () => Promise<void> }> {
  const stops: Stop[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    return { ...(await start(part => stops.push(part))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
