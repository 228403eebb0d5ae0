import type { Identifier } from '../../contact/identifier.ts'
import { limits } from './limits.ts'
import { decodeWords } from './mime/encoded-words.ts'

/** One mailbox of an address field: the address as `emailAddress` gives it, and the decoded display name. */
export type Mailbox = { address: string; name?: string }

/**
 * The mailboxes of From, To, Cc and the like (RFC 5322 section 3.4): groups are unwrapped, comments serve as names where
 * there is no other, what has no usable address is left out. One pass; at most `most` mailboxes.
 */
export function parseAddresses(field: string, most: number = limits.recipients): Mailbox[] {
  const found = readMailboxes(field.slice(0, limits.addressField), most)
  if (found.length > 0 || !field.includes('=?')) return found
  return readMailboxes(decodeWords(field.slice(0, limits.addressField)), most)
}

type Piece = { words: string; angle?: string; comment: string }

function readMailboxes(field: string, most: number): Mailbox[] {
  const mailboxes: Mailbox[] = []
  let held = ''
  let read = 0
  for (const piece of pieces(field)) {
    if (read++ >= mostPieces) break
    const mailbox = mailboxOf({ ...piece, words: held + piece.words })
    if (mailbox) mailboxes.push(mailbox)
    if (mailboxes.length >= most) break
    // "Doe, Jane <jane@example.com>" without quotes: a name with a comma in it goes on behind the comma.
    held = mailbox || piece.angle !== undefined || !/\p{L}/u.test(piece.words) ? '' : `${held}${piece.words.trim()}, `
    if (held.length > longestName) held = ''
  }
  return mailboxes
}

const longestName = 256
const mostPieces = 1000

function mailboxOf({ words, angle, comment }: Piece): Mailbox | undefined {
  const address = emailAddress(angle ?? addressWord(words))
  if (address === undefined) return undefined
  const name = angle === undefined ? comment : words.trim() || comment
  const shown = shownName(decodeWords(name))
  return shown === '' || shown === address ? { address } : { address, name: shown }
}

/** Outlook puts names into apostrophes. */
const shownName = (name: string): string =>
  name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^'(.+)'$/, '$1')
    .slice(0, longestName)

/** Without angle brackets the address is the word with the at sign, whatever stands around it. */
const addressWord = (words: string): string => words.split(/\s+/).find(word => word.includes('@')) ?? words

/** Cuts an address field at its commas and semicolons; quotes are resolved, comments and bracketed addresses apart. */
function* pieces(field: string): Generator<Piece> {
  let piece: Piece = { words: '', comment: '' }
  for (let at = 0; at < field.length; at++) {
    const character = field.charAt(at)
    if (character === ',' || character === ';') {
      yield piece
      piece = { words: '', comment: '' }
    } else if (character === ':' && piece.angle === undefined && !piece.words.includes('@')) {
      piece = { words: '', comment: '' }
    } else at = readToken(field, at, piece) - 1
  }
  yield piece
}

/** Reads what begins at `at` into the piece, and tells where it ends. */
function readToken(field: string, at: number, piece: Piece): number {
  switch (field[at]) {
    case '"': {
      const { text, end } = enclosed(field, at, '"', '"')
      piece.words += field[end] === '@' ? `"${text}"` : text
      return end
    }
    case '(': {
      const { text, end } = enclosed(field, at, '(', ')')
      piece.comment = text
      return end
    }
    case '<': {
      const { text, end } = enclosed(field, at, '<', '>')
      if (text.trim() !== '') piece.angle = text
      return end
    }
    default: {
      const end = nextSpecial(field, at + 1)
      piece.words += field.slice(at, end)
      return end
    }
  }
}

const special = /[,;:"(<]/g

function nextSpecial(field: string, from: number): number {
  special.lastIndex = from
  return special.exec(field)?.index ?? field.length
}

/** The text up to the closing mark; comments nest, quotes escape. What is never closed runs to the end. */
function enclosed(field: string, open: number, opens: string, closes: string): { text: string; end: number } {
  let text = ''
  let depth = 1
  for (let at = open + 1; at < field.length; at++) {
    const character = field.charAt(at)
    if (character === '\\') {
      at++
      text += field.charAt(at)
      continue
    }
    if (character === closes) depth--
    else if (character === opens && opens === '(') depth++
    if (depth === 0) return { text, end: at + 1 }
    text += character
  }
  return { text, end: field.length }
}

/**
 * An address in the one form by which it is known: lower case, domain in ASCII (RFC 5891), without brackets, `mailto:`
 * and needless quotes; a plus tag stays. Undefined where it cannot be an address; RFC 5321 section 4.5.3.1 bounds it.
 */
export function emailAddress(text: string): string | undefined {
  const [, bare = ''] = /^[\s<']*(?:mailto:)?(.*?)[\s>']*$/is.exec(text.slice(0, 400)) ?? []
  const at = bare.lastIndexOf('@')
  const local = localPart(bare.slice(0, at).trim())
  const domain = domainName(bare.slice(at + 1).trim())
  if (at < 1 || local === undefined || domain === undefined) return undefined
  return `${local}@${domain}`
}

/** RFC 6531 allows letters beyond ASCII; a quoted local part that needs no quotes is the same without them. */
function localPart(text: string): string | undefined {
  const unquoted = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text
  const local = unquoted.normalize('NFC').toLowerCase()
  return local.length <= 64 && /^[^\s\p{C}<>()[\],;:\\"@]+$/u.test(local) ? local : undefined
}

const asciiDomain = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?)*$/
const unusable = /[\s\p{C}<>()[\],;:\\"@/?#%]/u

function domainName(text: string): string | undefined {
  const domain = text.toLowerCase().replace(/\.$/, '')
  if (domain === '' || domain.length > 255 || unusable.test(domain)) return undefined
  if (asciiDomain.test(domain)) return domain
  const url = `http://${domain}/`
  return URL.canParse(url) ? asciiOf(new URL(url).hostname) : undefined
}

const asciiOf = (host: string): string | undefined =>
  asciiDomain.test(host) && !/^[\d.]+$/.test(host) ? host : undefined

export const emailIdentifier = (address: string): Identifier => ({ type: 'email', value: address })
