import type { ConnectClient } from '@aws-sdk/client-connect'
import type { Senders } from '../../core/reply/sender.ts'
import type { ProviderAccess } from './access.ts'
import { connectSender } from './connect/sender.ts'
import { facebookSender, instagramSender } from './meta/sender.ts'
import { whatsappSender } from './meta/whatsapp.ts'
import { phoneSender } from './phone/sender.ts'
import { twilioSender } from './twilio/sender.ts'
import { xSender } from './x/sender.ts'

/** The ways out of every network but mail; `connect` as connectClient makes it. */
export const networkSenders = (access: ProviderAccess, connect: ConnectClient): Omit<Senders, 'mail'> => ({
  x: xSender(access),
  facebook: facebookSender(access),
  instagram: instagramSender(access),
  whatsapp: whatsappSender(access),
  phone: phoneSender(access, twilioSender(access), connectSender(access, connect)),
})
