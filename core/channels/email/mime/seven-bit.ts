/**
 * Three charsets of mail that need no eighth bit and that TextDecoder does not know. Each runs once over its bytes.
 */

const ascii = new TextDecoder('windows-1252')

/** RFC 2152: `+AGE-` holds UTF-16 in base64 without padding, `+-` is a plus. */
export function decodeUtf7(bytes: Uint8Array): string {
  return ascii
    .decode(bytes)
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => (base64 === '' ? '+' : utf16OfBase64(base64)))
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function utf16OfBase64(base64: string): string {
  const units: string[] = []
  let bits = 0
  let held = 0
  for (const character of base64) {
    held = (held << 6) | alphabet.indexOf(character)
    bits += 6
    if (bits < 16) continue
    bits -= 16
    units.push(String.fromCharCode((held >> bits) & 0xffff))
    held &= (1 << bits) - 1
  }
  return units.join('').toWellFormed()
}

/**
 * RFC 1843 (HZ: `~{` and `~}` shift) and RFC 1557 (ISO-2022-KR: SO and SI shift). Between the shifts stand the codes of
 * GB 2312 and KS C 5601 without their eighth bit; with it they are what TextDecoder reads.
 */
export function decodeShifted(bytes: Uint8Array, charset: 'hz-gb-2312' | 'iso-2022-kr'): string {
  const text = ascii.decode(bytes)
  return charset === 'hz-gb-2312'
    ? text
        .replace(/~\{([^~\n]*)(?:~\}|$)/gm, (_, codes: string) => decodeHigh(codes, 'gbk'))
        .replaceAll('~~', '~')
        .replace(/~\r?\n/g, '')
    : text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the shifts are control characters
        .replace(/\x1b\$\)C/g, '')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the shifts are control characters
        .replace(/\x0e([^\x0f\n]*)(?:\x0f|$)/gm, (_, codes: string) => decodeHigh(codes, 'euc-kr'))
}

function decodeHigh(codes: string, charset: string): string {
  const high = Uint8Array.from(codes, code => (code > ' ' ? code.charCodeAt(0) | 0x80 : code.charCodeAt(0)))
  return new TextDecoder(charset).decode(high)
}
