/**
 * Whether a network shows what we sent: the same words, whatever it did to their spaces, to its five XML entities, to
 * names of addressed accounts before them, and to links, each of which X replaces by one of its own (t.co). `picture`: it
 * may also have put such a link at the end for a picture. https://docs.x.com/fundamentals/counting-characters
 */
export function isSameText(shown: string, sent: string, picture = false): boolean {
  const there = plain(shown)
  const words = plain(sent)
  return matches(there, words) || (picture && matches(there.replace(/ ?https?:\/\/t\.co\/\w+$/, ''), words))
}

/** Spaces are single by now, and no link has one, so the pattern is read in one go. */
function matches(shown: string, sent: string): boolean {
  const pieces = shown.split(/https?:\/\/t\.co\/\w+/)
  const pattern = pieces.map(piece => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\S+')
  return new RegExp(`^${pattern}$`).test(sent)
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name) => entities.get(name) ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:@\w{1,15} )+/, '')

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
])
