/**
 * The links that X finds in a text, in order. With a scheme any host counts; without one only a known ending: the usual
 * generic ones, or a country's where a subdomain or a path shows that no sentence ended there ("example.de" alone is no
 * link, "www.example.de" is). X knows every ending there is; a rare one without a scheme is counted by its letters here.
 * https://docs.x.com/fundamentals/counting-characters
 */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(linkPattern)].map(([link]) => trimmed(link)).filter(isLink)

const generic =
  'com|net|org|info|biz|app|dev|shop|store|online|site|xyz|blog|cloud|page|club|live|news|tech|link|support'
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const path = '(?:[/?#][^\\s<>"\u3000-\u303f\uff00-\uffef]*)?'
const linkPattern = new RegExp(
  `https?://[^\\s<>"\u3000-\u303f\uff00-\uffef]+|(?<![\\p{L}\\p{N}@.$#/-])(?:${label}\\.)+[a-z]{2,24}(?![\\p{L}\\p{N}@-])${path}`,
  'giu',
)
const bare = new RegExp(
  `^(?:(?:${label}\\.)+(?:${generic})|(?:${label}\\.){2,}[a-z]{2}|(?:${label}\\.)+[a-z]{2}(?=/))(?:[/?#]|$)`,
  'i',
)

const isLink = (link: string): boolean => /^https?:\/\/[^/]*\p{L}/iu.test(link) || bare.test(link)

/** The mark that ends the sentence is not the link's, nor is a bracket that it did not open. */
function trimmed(link: string): string {
  const short = link.replace(/[.,;:!?'’”»…*]+$/u, '')
  const unopened = short.endsWith(')') && short.split(')').length > short.split('(').length
  return unopened ? trimmed(short.slice(0, -1)) : short
}
