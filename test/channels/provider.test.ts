import { describe, expect, test } from 'vitest'
import type { Format } from '../../core/channels/channel.ts'
import { connectRecords } from '../../core/channels/phone/connect-records.ts'
import { twilioVoice } from '../../core/channels/phone/twilio-voice.ts'
import { meta } from '../../core/channels/social/meta.ts'
import { x } from '../../core/channels/social/x.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { Source } from '../../core/source/source.ts'
import { contactsIn, fixtures, metaSource, parseFile, payloadOf, phoneSource, xSource } from './payloads.ts'

/** An edited post is answered by its newest id and named by its first; a mention needs the ids of media and comment. */
const namedOtherwise = ['edited.json', 'instagram-mention.json']

const folders: [string, Format, Source][] = [
  ['social/x', x, xSource],
  ['social/meta', meta, metaSource],
  ['phone/twilio-voice', twilioVoice, phoneSource],
]

describe('what a contact is answered by', () => {
  test.each(folders)('%s: what is sent under it gets the id that its echo has', async (folder, format, source) => {
    const bodies = fixtures(folder).filter(({ name }) => !namedOtherwise.includes(name))
    const findings = await Promise.all(bodies.map(({ body }) => format.parse(payloadOf(body), source)))
    const contacts = contactsIn(findings.flat())
    expect(contacts.length).toBeGreaterThan(9)
    const ids = contacts.map(({ provider }) => provider && contactId(provider.account, provider.id))
    expect(ids).toEqual(contacts.map(({ id }) => id))
  })

  test('calls of Amazon Connect are named by their instance and first record', async () => {
    const body = fixtures('phone/connect-records')[0]?.body ?? new Uint8Array()
    const contacts = contactsIn(await parseFile(connectRecords, body, phoneSource))
    expect(contacts.length).toBeGreaterThan(1)
    const ids = contacts.map(({ provider }) => provider && contactId(provider.account, provider.id))
    expect(ids).toEqual(contacts.map(({ id }) => id))
  })
})
