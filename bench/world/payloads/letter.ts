import { quoteTime } from '../calendar.ts'
import type { Shown } from '../event.ts'
import type { MailThread, Matter } from '../matters/matter.ts'
import { phoneShown } from '../matters/reach.ts'
import { fullName, type Person } from '../people/person.ts'
import type { Random } from '../random.ts'
import { phraseBook } from '../texts/phrase-book.ts'
import type { Phrases } from '../texts/phrases.ts'

/** A letter as somebody sends it: own words, signature, what it answers. */
export type Letter = {
  paragraphs: readonly string[]
  signature: string
  quoted: string
  style: 'prefixed' | 'original'
}

/** A signature as the person always writes it, with the phones it shows. */
export function signatureOf(
  person: Person,
  at: number,
  phrases: Phrases,
  random: Random,
): { text: string; shown: Shown[] } {
  const { signature, client } = person.habits
  if (client === 'phone') return { text: random.chance(0.7) ? phrases.mail.sentFrom : '', shown: [] }
  if (signature === 'none') return { text: '', shown: [] }
  if (signature === 'name') return { text: `-- \n${fullName(person)}`, shown: [] }
  const phone = phoneShown(person, at, 'signature', random)
  const label = phone?.line.use === 'mobile' ? phrases.mail.mobile : phrases.mail.home
  const lines = ['-- ', fullName(person), person.office?.name, phone && `${label}: ${phone.written}`]
  return { text: lines.filter(line => line !== undefined).join('\n'), shown: phone ? [phone.shown] : [] }
}

export const companySignature = ({ brand, person }: Matter, random: Random): string => {
  const { company } = phraseBook[person.language]
  const [number] = brand.phone.match(/\d{4}$/) ?? ['']
  return [
    '-- ',
    `${brand.name} ${company.team}`,
    brand.site,
    `+44 306 999 ${number}`,
    company.hours,
    '',
    random.pick(company.small),
  ].join('\n')
}

const quotedLimit = 2600

const prefixed = (text: string): string =>
  text
    .split('\n')
    .map(line => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n')

/** The history under a reply, as clients put it: `>` before every line, or a block of headers on top. */
export function quotation(thread: MailThread, person: Person, style: Letter['style'], to: string): string {
  const { mail } = phraseBook[person.language]
  const { author, address, at, text } = thread.last
  const { day, time } = quoteTime(at, person.language, person.country)
  if (style === 'prefixed') return `${mail.wrote(day, time, `${author} <${address}>`)}\n\n${prefixed(text)}`
  const headers = [`${mail.from}: ${author} <${address}>`, `${mail.sent}: ${day} ${time}`, `${mail.to}: ${to}`]
  return [mail.original, ...headers, `${mail.subject}: ${thread.subject}`, '', text].join('\n')
}

/** What the next answer may quote of this one: cut at a line, so that a long thread stays bounded. */
export function remembered(plain: string): string {
  if (plain.length <= quotedLimit) return plain
  return plain.slice(0, plain.lastIndexOf('\n', quotedLimit))
}

const wrapped = (line: string): string =>
  line.length > 78 ? line.replaceAll(/(.{1,76})(?: +|$)/g, '$1\n').trimEnd() : line

/** The letter as plain text with LF; `wrap` breaks long lines as older clients do. */
export function plainLetter({ paragraphs, signature, quoted }: Letter, wrap: boolean): string {
  const own = paragraphs.map(paragraph => (wrap ? paragraph.split('\n').map(wrapped).join('\n') : paragraph))
  return [...own, signature, quoted].filter(part => part !== '').join('\n\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>\r\n')

const frame = (style: string, body: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">${style}</head>\r\n<body>\r\n${body}\r\n</body></html>\r\n`

const plainRich = ({ paragraphs, signature, quoted }: Letter): string =>
  [
    ...paragraphs.map(paragraph => `<div dir="ltr">${escaped(paragraph)}</div><div><br></div>`),
    signature && `<div class="gmail_signature" data-smartmail="gmail_signature">${escaped(signature)}</div>`,
    quoted &&
      `<br><div class="gmail_quote"><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${escaped(quoted)}</blockquote></div>`,
  ].join('\r\n')

const officeStyle =
  '<style><!--\r\np.MsoNormal, li.MsoNormal, div.MsoNormal\r\n\t{margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}\r\na:link\r\n\t{color:#0563C1; text-decoration:underline;}\r\n--></style>'

const officeRich = ({ paragraphs, signature, quoted }: Letter): string =>
  [
    '<div class="WordSection1">',
    ...paragraphs.map(
      paragraph => `<p class="MsoNormal"><span lang="EN-GB">${escaped(paragraph)}<o:p></o:p></span></p>`,
    ),
    signature && `<p class="MsoNormal"><span style="color:#1F497D">${escaped(signature)}<o:p></o:p></span></p>`,
    quoted &&
      `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${escaped(quoted)}</p></div>`,
    '</div>',
  ].join('\r\n')

export const richLetter = (letter: Letter): string =>
  letter.style === 'original' ? frame(officeStyle, officeRich(letter)) : frame('', plainRich(letter))

export const crlf = (text: string): string => text.replaceAll(/\r?\n/g, '\r\n')
