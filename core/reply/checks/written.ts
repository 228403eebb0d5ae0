/** A text that is looked through for many things: nearly all of them its digits alone rule out. */
export type Searched = { text: string; digits: string }

export const searched = (text: string): Searched => ({ text, digits: text.replace(/\D/g, '') })

/** What people put between the signs of a number. */
const between = '[\\s\\u00a0\\-–./_()]{0,3}'

/**
 * Whether a text holds a number that is given by its letters and digits alone, however it groups them: `4471882` is in
 * "order 4471-882" and in "AB4471882", not in "44718829". Linear in the length of the text.
 */
export function holdsCode({ text, digits }: Searched, code: string): boolean {
  if (!digits.includes(code.replace(/\D/g, '')) || !/^[\p{L}\p{N}]+$/u.test(code)) return false
  const edge = /^\d+$/.test(code) ? '\\d' : '[\\p{L}\\p{N}]'
  return new RegExp(`(?<!${edge})${[...code].join(between)}(?!${edge})`, 'iu').test(text)
}

/** National and international ways to write a number end alike; shorter ends are no telephone numbers. */
const phoneEnd = 8

/** Whether a text holds a telephone number (E.164 or national), however it is written. */
export function holdsPhone({ text, digits }: Searched, phone: string): boolean {
  const end = phone.replace(/\D/g, '').slice(-phoneEnd)
  return end.length >= 7 && digits.includes(end) && new RegExp(`${[...end].join(between)}(?!\\d)`).test(text)
}

/** Whether a text holds a mail address that is given in lower case. */
export function holdsMail({ text }: Searched, address: string): boolean {
  if (!text.includes('@')) return false
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(address); at >= 0; at = lower.indexOf(address, at + 1)) {
    const around = `${lower[at - 1] ?? ' '}${lower[at + address.length] ?? ' '}`
    if (!/^[\p{L}\p{N}_+-]|[\p{L}\p{N}_-]$/u.test(around)) return true
  }
  return false
}
