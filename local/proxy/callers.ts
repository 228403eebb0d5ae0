import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Report } from '../report.ts'
import type { Statement } from '../template/policies.ts'
import { type Caller, type Need, refusalOf } from './access.ts'

export type Credentials = { accessKeyId: string; secretAccessKey: string }

/**
 * Who is who by access key id. Keys are random and new at every start: whoever has not got one is nobody. Signatures of
 * calls are not verified, those of presigned addresses are, because these leave the house.
 */
export class Callers {
  #byKey = new Map<string, Caller>()
  #report: Report

  constructor(report: Report) {
    this.#report = report
  }

  /** New credentials for a function, or for the host, which may do everything. */
  issue(name: string, statements: Statement[] | 'everything'): Credentials {
    const accessKeyId = `LOCAL${randomBytes(16).toString('hex').toUpperCase()}`
    const secretAccessKey = randomBytes(32).toString('base64url')
    this.#byKey.set(accessKeyId, { name, secretAccessKey, statements })
    return { accessKeyId, secretAccessKey }
  }

  /** Why the caller may not do that, which the operator is told too; undefined when it may. */
  refusal(caller: Caller, needs: Need[]): string | undefined {
    const refusal = refusalOf(caller, needs)
    if (refusal !== undefined) this.tell(refusal)
    return refusal
  }

  /** Tells the operator of a call that was refused. */
  tell = (refusal: string): void => this.#report(`Refused: ${refusal}`)

  find = (accessKeyId: string): Caller | undefined => this.#byKey.get(accessKeyId)
}

/** The access key id of a signed request (Signature Version 4), in its header or in its presigned address; '' without. */
export function accessKeyOf(headers: IncomingMessage['headers'], query?: URLSearchParams): string {
  const scope = /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? query?.get('X-Amz-Credential') ?? ''
  return scope.split('/')[0] ?? ''
}
