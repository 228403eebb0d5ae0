import type { ReplyContent } from './content.ts'
import type { Network, ReplyForm } from './reply.ts'
import { type FormRules, formRules, type MediaRules, type Unit } from './rules/form-rules.ts'
import { xLength } from './rules/x-length.ts'

export { windowOf } from './rules/window.ts'

/** Why a network would not take an answer: a fixed word, the limit and what it is instead, and what to do. */
export type Breach = { rule: Rule; limit?: number; actual?: number; message: string }

export type Rule =
  | 'form'
  | 'empty'
  | 'length'
  | 'html'
  | 'subject'
  | 'media'
  | 'media-count'
  | 'media-type'
  | 'media-size'
  | 'text-or-media'

/** Every rule of the network that the answer breaks, none if it may be sent. Servers and consoles ask the same. */
export function breachesOf(network: Network, form: ReplyForm, content: ReplyContent): Breach[] {
  const rules = formRules[network][form]
  if (rules === undefined)
    return [{ rule: 'form', message: `Answers on ${network} cannot take the form ${form}. Choose another.` }]
  return [...textBreaches(rules, content), ...mailBreaches(rules, content), ...mediaBreaches(rules, content)]
}

/** How long a text is as its network counts, and how long it may be: for the counter beside what is being written. */
export function lengthOf(network: Network, form: ReplyForm, content: Written): TextLength | undefined {
  const rules = formRules[network][form]
  return rules && textLength(rules, content)
}

export type TextLength = { actual: number; limit: number; unit: Unit }
type Written = Pick<ReplyContent, 'text' | 'attachments'>

function textLength({ text: { most, unit, caption = most } }: FormRules, { text, attachments }: Written): TextLength {
  return { actual: measured(text, unit), limit: attachments.length > 0 ? caption : most, unit }
}

const measured = (text: string, unit: Unit): number => {
  switch (unit) {
    case 'weighted':
      return xLength(text)
    case 'characters':
      return [...text].length
    case 'bytes':
      return utf8Length(text)
    default:
      return unit satisfies never
  }
}

const utf8Length = (text: string): number =>
  [...text].reduce((sum, character) => sum + bytesOf(character.codePointAt(0) ?? 0), 0)

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

function textBreaches(rules: FormRules, content: ReplyContent): Breach[] {
  if (content.text.trim() === '' && content.attachments.length === 0)
    return rules.wordless ? [] : [{ rule: 'empty', message: 'Nothing is written yet.' }]
  const { actual, limit, unit } = textLength(rules, content)
  if (actual <= limit) return []
  const counted = unit === 'bytes' ? 'bytes (an accent takes two, an emoji four)' : 'characters'
  const message = `${rules.name} holds ${limit} ${counted}; this is ${actual}. Shorten it by ${actual - limit}.`
  return [{ rule: 'length', limit, actual, message }]
}

function mailBreaches({ name, mail }: FormRules, { html, subject }: ReplyContent): Breach[] {
  if (mail) return []
  return [
    ...(html === undefined ? [] : [{ rule: 'html' as const, message: `${name} has no formatting: send plain text.` }]),
    ...(subject === undefined ? [] : [{ rule: 'subject' as const, message: `${name} has no subject.` }]),
  ]
}

function mediaBreaches({ name, media }: FormRules, { text, attachments }: ReplyContent): Breach[] {
  if (attachments.length === 0) return []
  if (media === undefined)
    return [{ rule: 'media', message: `${name} takes no files from here. Remove them, or send a link.` }]
  const found = attachments.flatMap(attachment => fileBreach(name, media, attachment))
  const { most, eitherTextOrMedia } = media
  if (attachments.length > most) {
    const files = most === 1 ? 'one file' : `${most} files`
    const message = `${name} takes ${files}; these are ${attachments.length}.`
    found.push({ rule: 'media-count', limit: most, actual: attachments.length, message })
  }
  if (eitherTextOrMedia && text.trim() !== '')
    found.push({ rule: 'text-or-media', message: `${name} is either a text or a picture: send two answers.` })
  return [...found, ...togetherBreach(name, media, attachments)]
}

type File = ReplyContent['attachments'][number]

function fileBreach(name: string, media: MediaRules, { name: file, mediaType, bytes }: File): Breach[] {
  const { types } = media
  const ending = media.refusedEnding?.({ name: file })
  if (ending !== undefined)
    return [
      { rule: 'media-type', message: `${name} carries no files that end in .${ending}. Send a link to “${file}”.` },
    ]
  const limit = types[mediaType.toLowerCase()] ?? types['*/*']
  if (limit === undefined) {
    const taken = Object.keys(types).map(type => type.replace(/^.*\//, '').toUpperCase())
    return [{ rule: 'media-type', message: `${name} takes ${taken.join(', ')}; “${file}” is none of them.` }]
  }
  if (bytes <= limit) return []
  const message = `“${file}” has ${megabytes(bytes)} MB; ${name.toLowerCase()} takes files of up to ${megabytes(limit)} MB.`
  return [{ rule: 'media-size', limit, actual: bytes, message }]
}

function togetherBreach(name: string, { together }: MediaRules, attachments: File[]): Breach[] {
  const actual = attachments.reduce((sum, { bytes }) => sum + bytes, 0)
  if (together === undefined || actual <= together || attachments.length < 2) return []
  const message = `The files have ${megabytes(actual)} MB together; ${name.toLowerCase()} takes ${megabytes(together)} MB.`
  return [{ rule: 'media-size', limit: together, actual, message }]
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')
