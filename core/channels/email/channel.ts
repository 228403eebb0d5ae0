import type { Channel } from '../channel.ts'
import { eml } from './eml.ts'
import { mail } from './mail.ts'
import { mailSes } from './mail-ses.ts'
import { mbox } from './mbox.ts'

/** Mail: as it comes by SMTP, as SES stores it, and in files. Each format is its door's view of the same `readMail`. */
export const email: Channel = { name: 'email', formats: [mail, mailSes, mbox, eml] }
