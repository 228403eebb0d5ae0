import type { Channel } from '../channel.ts'
import { asteriskCdr } from './asterisk-cdr.ts'
import { connectRecords } from './connect-records.ts'
import { twilioCalls } from './twilio-calls.ts'
import { twilioVoice } from './twilio-voice.ts'

/** Calls and voicemails, from telephone providers and from call logs. */
export const phone: Channel = { name: 'phone', formats: [twilioVoice, asteriskCdr, twilioCalls, connectRecords] }
