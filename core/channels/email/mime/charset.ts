import { decodeShifted, decodeUtf7 } from './seven-bit.ts'

/**
 * Text in the charset that a mail names, or the likeliest one where it names none, a wrong one or an unknown one. Mail
 * labels are wrong often enough that valid UTF-8 wins over a western label, and bytes that are not UTF-8 over a UTF-8
 * label. Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, label: string | undefined): string {
  const charset = canonicalLabel(label ?? '')
  if (charset === 'utf-7') return decodeUtf7(bytes)
  if (charset === 'hz-gb-2312' || charset === 'iso-2022-kr') return decodeShifted(bytes, charset)
  if (!mayBeUtf8.has(charset)) {
    const decoder = decoderOf(charset)
    if (decoder) return decoder.decode(bytes)
  }
  return guess(bytes, charset)
}

/** UTF-8, else what the label or the bytes suggest. A cut through the last character does not make it another charset. */
function guess(bytes: Uint8Array, charset: string): string {
  if (isEscaped(bytes)) return (decoderOf('iso-2022-jp') ?? lossyUtf8).decode(bytes)
  const strict = strictUtf8(bytes) ?? cutUtf8(bytes)
  if (strict !== undefined) return strict
  const lossy = lossyUtf8.decode(bytes)
  if (charset.startsWith('utf-8') && !isMostlyBroken(lossy)) return lossy
  return western.decode(bytes)
}

const lossyUtf8 = new TextDecoder()
const western = new TextDecoder('windows-1252')

/** Labels under which UTF-8 is found in the wild; '' is no label. */
const mayBeUtf8 = new Set(['', 'utf-8', 'us-ascii', 'ascii', 'iso-8859-1', 'latin1', 'windows-1252', 'unknown-8bit'])

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** UTF-8 whose last character is cut: it has whole ones before. A single foreign byte at the end is another charset. */
function cutUtf8(bytes: Uint8Array): string | undefined {
  const start = bytes.findLastIndex(byte => byte < 0x80 || byte >= 0xc0)
  const isCut = start >= bytes.length - 3 && (bytes[start] ?? 0) >= 0xc0
  const whole = isCut ? strictUtf8(bytes.subarray(0, start)) : undefined
  return whole !== undefined && /[\u0080-\uffff]/.test(whole) ? whole : undefined
}

function isMostlyBroken(text: string): boolean {
  const broken = text.split('\ufffd').length - 1
  const foreign = text.length - text.replace(/[\u0080-\uffff]/g, '').length
  return broken * 4 > foreign
}

/** ESC $ or ESC ( begins a shift of ISO-2022-JP (RFC 1468), which needs no eighth bit and so passes as ASCII. */
function isEscaped(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b)
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28)
}

type Decoder = InstanceType<typeof TextDecoder>
const decoders = new Map<string, Decoder>()

function decoderOf(charset: string): Decoder | undefined {
  const known = decoders.get(charset)
  if (known) return known
  try {
    const decoder = new TextDecoder(charset)
    decoders.set(charset, decoder)
    return decoder
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const codePages = new Map([
  ['932', 'shift_jis'],
  ['936', 'gbk'],
  ['949', 'euc-kr'],
  ['950', 'big5'],
  ['874', 'windows-874'],
  ['65001', 'utf-8'],
])

/** The label that TextDecoder knows (https://encoding.spec.whatwg.org/#names-and-labels) for what mail programs write. */
function canonicalLabel(label: string): string {
  const [plain = ''] = label
    .slice(0, 64)
    .trim()
    .toLowerCase()
    .replaceAll(/["']/g, '')
    .split(/[\s;,*$]/)
  if (/^(?:unicode-1-1-|x-unicode-2-0-)?utf[-_]?7$/.test(plain)) return 'utf-7'
  if (/^utf[-_]?8/.test(plain)) return 'utf-8'
  const page = /^(?:x-)?(?:windows|win|cp|ms|ibm)[-_]?(\d{3,5})$/.exec(plain)?.[1]
  if (page?.startsWith('125') === true) return `windows-${page}`
  return codePages.get(page ?? '') ?? aliases.get(plain) ?? plain
}

const aliases = new Map([
  ['hz', 'hz-gb-2312'],
  ['csiso2022kr', 'iso-2022-kr'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['x-sjis', 'shift_jis'],
  ['x-euc-jp', 'euc-jp'],
  ['x-euc', 'euc-jp'],
  ['gb_1988-80', 'gbk'],
  ['big5-eten', 'big5'],
  ['x-big5', 'big5'],
  ['tis-620', 'windows-874'],
  ['iso8859_1', 'iso-8859-1'],
  ['latin-1', 'iso-8859-1'],
])
