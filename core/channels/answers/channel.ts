import type { Channel } from '../channel.ts'
import { sent } from './sent.ts'

/** What we answered ourselves, on any channel. */
export const answers: Channel = { name: 'answers', formats: [sent] }
