import type { Channel } from '../channel.ts'
import { contacts } from './contacts.ts'
import { csv } from './csv.ts'

/** Whatever a system of the company's own sends in the normal form, or as a table that maps to it. */
export const normalForm: Channel = { name: 'normal-form', formats: [contacts, csv] }
