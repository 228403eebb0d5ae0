import { answers } from './answers/channel.ts'
import type { Channel, Format } from './channel.ts'
import { email } from './email/channel.ts'
import { normalForm } from './normal-form/channel.ts'
import { phone } from './phone/channel.ts'
import { reported } from './reported/channel.ts'
import { social } from './social/channel.ts'

/** Every channel. A new one is a folder beside these, and a line here. */
export const channels: Channel[] = [email, phone, social, normalForm, answers, reported]

const formats = new Map(channels.flatMap(channel => channel.formats.map(format => [format.name, format])))

/** The format of a name as intake keys bear it (`twilio-voice`, `contacts`); undefined when no channel reads it. */
export const formatNamed = (name: string): Format | undefined => formats.get(name)
