import type { WebSocket } from 'ws'

/** API Gateway's quotas for messages of WebSocket APIs, in bytes: a frame, and a message of several frames. */
export const mostInFrame = 32 * 1024
export const mostInMessage = 128 * 1024

/** Bytes that wait for a client that does not read; then it is cut off. */
const mostWaiting = 1024 * 1024

export type OpenConnection = { socket: WebSocket; connectedAt: Date; lastActiveAt: Date; sourceIp: string }

/** The open connections of the WebSocket API of this machine, by their ids. */
export class Connections {
  #open = new Map<string, OpenConnection>()

  add(id: string, connection: OpenConnection): void {
    this.#open.set(id, connection)
  }

  remove(id: string): void {
    this.#open.delete(id)
  }

  find = (id: string): OpenConnection | undefined => this.#open.get(id)

  get all(): OpenConnection[] {
    return [...this.#open.values()]
  }

  /** `gone`: there is no such connection, or its client does not read what it is sent. */
  post(id: string, message: Buffer): 'sent' | 'gone' | 'too-large' {
    const connection = this.#open.get(id)
    if (connection === undefined) return 'gone'
    if (message.length > mostInMessage) return 'too-large'
    if (connection.socket.bufferedAmount > mostWaiting) {
      this.remove(id)
      connection.socket.terminate()
      return 'gone'
    }
    connection.lastActiveAt = new Date()
    connection.socket.send(message, { binary: false })
    return 'sent'
  }

  /** False when there is no such connection. */
  close(id: string): boolean {
    const connection = this.#open.get(id)
    connection?.socket.close(1000, 'Connection Closed Normally')
    return connection !== undefined
  }
}
