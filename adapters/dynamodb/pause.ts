/** Full jitter (doubling from 25 ms to 1 s): those who collided do not collide again. The first attempt waits for nothing. */
export async function pause(attempt: number): Promise<void> {
  if (attempt === 0) return
  const most = Math.min(1000, 25 * 2 ** attempt)
  await new Promise(resolve => setTimeout(resolve, Math.random() * most))
}
