import { plainCode } from './found.ts'
import { isAlike, type Known } from './memory.ts'
import type { Value } from './read/values.ts'

const references: readonly string[] = ['order', 'case', 'tracking', 'account', 'invoice']

/**
 * Reads values again that were stated before in another way: bare digits of a known phone are that phone, and what looks
 * like a phone beside a known reference of its make is a reference.
 */
export function recognise(text: string, values: readonly Value[], known: readonly Known[]): Value[] {
  const codes = known.filter(({ kind }) => references.includes(kind))
  const phones = known.filter(({ kind }) => kind === 'phone')
  const again = values.map((value): Value => {
    const digits = plainCode(text.slice(value.start, value.end)).replace(/^0+/, '')
    if (value.kind === 'code') {
      const phone = digits.length >= 7 ? phones.find(one => one.value.endsWith(digits)) : undefined
      return phone ? { ...value, kind: 'phone', value: phone.value } : value
    }
    if (value.kind !== 'phone' || /^[+(]/.test(text.slice(value.start, value.end))) return value
    const code = plainCode(text.slice(value.start, value.end))
    const isStated = codes.some(one => one.value === code || (isSameSigns(one.value, code) && isAlike(one.value, code)))
    return isStated ? { ...value, kind: 'code', value: code, holder: 'author' } : value
  })
  return again.map(value => asPhoneBeside(value, again, phones))
}

/** "I wrote 98765 43336, it should be 98765-43777": beside a phone that was told before, a number as long is one too. */
function asPhoneBeside(value: Value, again: readonly Value[], phones: readonly Known[]): Value {
  if (value.kind !== 'code' || !/^\d{9,}$/.test(value.value)) return value
  const national = value.value.replace(/^0/, '')
  const told = again.filter(one => one.kind === 'phone' && phones.some(phone => phone.value === one.value))
  const prefix = told.map(one => one.value.slice(0, -national.length)).find(one => /^(?:\+\d{1,3}|0?)$/.test(one))
  return prefix === undefined ? value : { ...value, kind: 'phone', value: `${prefix}${national}`, holder: 'author' }
}

const isSameSigns = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')
