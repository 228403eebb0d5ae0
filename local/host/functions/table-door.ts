import { Agent } from 'node:http'
import { type RefusalOf, TableSocket } from '../../proxy/table-socket.ts'

const host = 'table.invalid'

/** Where the SDK finds the table; RFC 2606 keeps the name from ever resolving, so there is no way around the door. */
export const tableAddress = `http://${host}`

/** Makes HTTP clients of this thread reach the table's engine at that address, as far as the function may. */
export function openTableDoor(engine: URL, refusalOf: RefusalOf): void {
  const connect = Agent.prototype.createConnection
  Agent.prototype.createConnection = function (options, done) {
    return options.host === host ? new TableSocket(engine, refusalOf) : connect.call(this, options, done)
  }
}
