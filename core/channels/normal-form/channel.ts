import type { Channel } from '../channel.ts'
import { contacts } from './contacts.ts'

/** Whatever a system of the company's own sends in the normal form. */
export const normalForm: Channel = { name: 'normal-form', formats: [contacts] }
