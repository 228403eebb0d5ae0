import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import type { Actor } from '../api/role.ts'

/** Seconds in which a ticket must be used. */
export const ticketSeconds = 30

/** Who may connect with a ticket, once, until `expiresAtMs`. The ticket itself is stored only as its hash. */
export const ticketSchema = z.object({
  v: z.literal(1),
  subject: z.string(),
  name: z.string().optional(),
  groups: z.array(z.string()).readonly(),
  expiresAtMs: z.int(),
})
export type Ticket = z.infer<typeof ticketSchema>

/** 256 random bits in base64url (RFC 4648 section 5). */
const ticketPattern = /^[\w-]{43}/

/**
 * The ticket in what stood behind `ticket=`; undefined when there is none. A program that adds the ticket to the address
 * that already holds it says it twice, with a `?` between.
 */
export const readTicket = (written: string): string | undefined => ticketPattern.exec(written)?.[0]

export const hashTicket = (ticket: string): string => bytesToHex(sha256(utf8ToBytes(ticket)))

export const ticketFor = ({ subject, name, groups }: Actor, nowMs: number): Ticket => ({
  v: 1,
  subject,
  ...(name !== undefined && { name }),
  groups,
  expiresAtMs: nowMs + 1000 * ticketSeconds,
})
