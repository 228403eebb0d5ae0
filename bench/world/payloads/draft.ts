import type { Door, Format, Truth } from '../event.ts'

/**
 * A payload that is ready to be sent, before anything goes wrong on its way. `batch`: it travels with the others of
 * its hour or day, in one payload or file. A payload that tells of no contact (somebody is typing) has no `truth`.
 */
export type Draft = {
  at: number
  door: Door
  format: Format
  path?: string
  contentType: string
  bytes: Buffer
  params?: Record<string, string>
  envelope?: { from: string; to: string[] }
  truth?: Truth
  batch?: 'hour' | 'day'
}
