import type { Channel } from '../channel.ts'
import { meta } from './meta.ts'
import { x } from './x.ts'

/** Public mentions and private messages on social networks. */
export const social: Channel = { name: 'social', formats: [x, meta] }
