import { splitJsonPages } from '../../payload/json-rows.ts'

/** A page of Twilio's call list holds at most 1,000 calls of some 2 KB. */
export const maxPageBytes = 8 * 1024 * 1024

export const splitCallPages = splitJsonPages(maxPageBytes)
