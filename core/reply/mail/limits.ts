import type { ReplyAttachment } from '../content.ts'

/**
 * A mail as it is sent, files encoded: what the first version of SES's interface took, and what other servers take; SES
 * slows larger ones down (https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
 */
export const longestMail = 10 * 1024 * 1024

/** To and Cc together: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const mostRecipients = 50

/** Files that SES refuses to carry: https://docs.aws.amazon.com/ses/latest/dg/mime-types.html */
const refused = new Set(
  [
    'ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk',
    'mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi',
    'msp mst ops pcd pif plg prf prg reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps',
    'vsmacros vss vst vsw vxd ws wsc wsf wsh xnk',
  ]
    .join(' ')
    .split(' '),
)

/** The ending of a file that no mail may carry, in small letters; undefined for every other. */
export function refusedEnding({ name }: Pick<ReplyAttachment, 'name'>): string | undefined {
  const ending = /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return refused.has(ending) ? ending : undefined
}

/** What files take in a mail: base 64 in lines of 76 (RFC 2045 section 6.8). */
export const encodedBytes = (files: Pick<ReplyAttachment, 'bytes'>[]): number =>
  files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / 57) * 78, 0)

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
