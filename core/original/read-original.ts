import type { RawStore } from '../raw/raw-store.ts'
import type { Reply } from '../reply/reply.ts'
import type { Found } from './find-original.ts'
import { mostOriginal, type Original, type PartSlice } from './original.ts'
import { readMail, readMailPart } from './read-mail.ts'
import { readSent, sentParts } from './read-sent.ts'

type There = Extract<Found, { stream: string }>

export const readOriginal = (found: There): Original =>
  found.type === 'mail' ? readMail(found.bytes) : readSent(found.reply)

/** At most `mostOriginal.sliceBytes` of a part, from `offset` on; undefined where there is no such part any more. */
export const readPart = async (
  raw: Pick<RawStore, 'read'>,
  found: There,
  { id, offset }: { id: string; offset: number },
): Promise<PartSlice | undefined> =>
  found.type === 'mail' ? readMailPart(found.bytes, id, offset) : readSentPart(raw, found.reply, { id, offset })

/** Files of answers lie under `attachments/`; what a stored answer says of any other object is not followed. */
async function readSentPart(
  raw: Pick<RawStore, 'read'>,
  { content }: Reply,
  { id, offset }: { id: string; offset: number },
): Promise<PartSlice | undefined> {
  const part = sentParts(content).find(one => one.id === id)
  if (part === undefined || !part.object.startsWith('attachments/')) return undefined
  const { object, ...described } = part
  const length = Math.max(0, Math.min(mostOriginal.sliceBytes, part.bytes - offset))
  const stored = await raw.read(object, { offset, length })
  return stored && { ...described, offset, content: stored.bytes }
}
