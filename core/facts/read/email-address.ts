import { emailAddress } from '../../channels/email/addresses.ts'
import type { Found } from '../found.ts'

const address =
  /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

/** Mail addresses. */
export function emailsIn(text: string): Found[] {
  if (!text.includes('@')) return []
  return [...text.matchAll(address)].flatMap(({ 0: written, index }) => {
    const trimmed = written.replace(/[.'-]+$/, '')
    const value = emailAddress(trimmed)
    return value === undefined ? [] : [{ kind: 'email', value, start: index, end: index + trimmed.length }]
  })
}
