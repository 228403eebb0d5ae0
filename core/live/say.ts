import type { Poster } from './live-store.ts'
import { type ServerMessage, serverMessageSchema } from './message.ts'

/** Says something to one connection. That it has gone meanwhile is nobody's fault. */
export async function say({ poster }: { poster: Poster }, id: string, message: ServerMessage): Promise<void> {
  await poster.post(id, JSON.stringify(serverMessageSchema.parse(message)))
}
