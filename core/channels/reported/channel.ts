import type { Channel } from '../channel.ts'
import { campaigns } from './campaigns.ts'
import { listening } from './listening.ts'
import { outcomes } from './outcomes.ts'

/** Tables of what reports need beside contacts. */
export const reported: Channel = { name: 'reported', formats: [campaigns, outcomes, listening] }
