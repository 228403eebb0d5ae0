import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import type { ReplyAttachment } from '../reply/content.ts'

/** What one file may have. Networks take less: core/reply/rules says which. */
export const mostBytes = 10 * 1024 * 1024

export const attachmentIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'is no id of an attachment')

/** A file that somebody uploads to go with an answer. `object` is where its bytes lie once they are there. */
export const attachmentSchema = z.object({
  v: z.literal(1),
  id: attachmentIdSchema,
  name: z.string().min(1).max(255),
  mediaType: z.string().min(3).max(128),
  bytes: z.int().min(1).max(mostBytes),
  object: z.string().max(1024),
  createdAt: instantSchema,
  createdBy: z.string().min(1).max(256),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Uploaded files by id; what is older than drafts are kept is not there any more. */
export type AttachmentStore = {
  create: (attachment: Attachment) => Promise<void>
  /** Strongly consistent; those that are not there are absent, the others in the order asked for. */
  read: (ids: readonly string[]) => Promise<Attachment[]>
}

/** As a reply carries it. */
export const attachmentOf = ({ name, mediaType, bytes, object }: Attachment): ReplyAttachment => ({
  name,
  mediaType,
  bytes,
  object,
})

/** Under none of the prefixes that the intake bucket announces: what is uploaded there is nothing that came in. */
export const attachmentObject = (id: string, name: string): string => `attachments/${id}/${safeName(name)}`

/** Controls, and what turns the direction of writing, so that `exe.gpj` reads as `jpg.exe`. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** A file's name as people see it: no path, nothing unseen, no dots or blanks at its ends. Empty where nothing is left. */
export const shownName = (name: string): string =>
  (name.normalize('NFC').replace(unseen, '').split(/[\\/]/).at(-1) ?? '').replace(/^[\s.]+|[\s.]+$/g, '')

/** The name in ASCII, with its ending, for the object. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  const start = plain.slice(0, plain.length - ending.length).replace(/^[-.]+|[-.]+$/g, '')
  return `${start.slice(0, 80) || 'file'}${ending}`
}

/**
 * Endings that run something when they are opened: Amazon SES refuses mails with them, and so do most mailboxes
 * ("Unsupported attachment types", Amazon SES Developer Guide, as https://resend.com/docs/knowledge-base/what-attachment-types-are-not-supported
 * lists it), with archives and images of programs that came since.
 */
const running = new Set(
  `adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk mad maf mag
  mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst ops pcd pif plg
  prf prg reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc
  wsf wsh xnk ade apk appx dll dmg img iso jar jnlp msix pkg sh vhd vhdx xll`.split(/\s+/),
)

const runningTypes =
  /^(?:application\/(?:x-(?:msdownload|msdos-program|dosexec|executable|sh|csh|bat|java-archive|ms-installer|apple-diskimage)|java-archive|javascript|vnd\.microsoft\.portable-executable|vnd\.android\.package-archive|hta)|text\/(?:javascript|x-sh))$/

/** Why a file is not taken, in a sentence for who sends it; undefined: it is. */
export function attachmentRefusal(name: string, mediaType: string): string | undefined {
  const ending = /\.([^.]*)$/.exec(name.toLowerCase())?.[1]?.trim() ?? ''
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? ''
  return running.has(ending) || runningTypes.test(type)
    ? 'is a program or script, which mailboxes refuse; send a document or a picture'
    : undefined
}
