import { memo } from 'react'
import type { ContactOf, ShownEntry } from '../data/entries.ts'
import { CallEntry } from './call-entry.tsx'
import { CampaignEntry } from './campaign-entry.tsx'
import { DirectEntry } from './direct-entry.tsx'
import { IdentityEntry } from './identity-entry.tsx'
import { MailEntry } from './mail-entry.tsx'
import { NoteEntry } from './note-entry.tsx'
import { NoticeEntry } from './notice-entry.tsx'
import { PostEntry } from './post-entry.tsx'
import { ReviewEntry } from './review-entry.tsx'
import { StatusEntry } from './status-entry.tsx'
import { VoicemailEntry } from './voicemail-entry.tsx'

export type EntryProps = {
  entry: ShownEntry
  /** The matter that is open: what belongs to another one stands back. */
  current?: string | undefined
  /** The entry that the address names. */
  wanted?: boolean
}

/** An entry of a timeline, by its kind. An entry of a type that this console does not know is passed over. */
export const Entry = memo(({ entry, current, wanted = false }: EntryProps) => {
  switch (entry.type) {
    case 'note':
      return <NoteEntry entry={entry} wanted={wanted} />
    case 'status':
      return <StatusEntry entry={entry} wanted={wanted} />
    case 'identity':
      return <IdentityEntry entry={entry} wanted={wanted} />
    case 'notice':
      return <NoticeEntry entry={entry} wanted={wanted} />
    case 'contact':
      return <ContactEntry entry={entry} elsewhere={isElsewhere(entry, current)} wanted={wanted} />
    default:
      entry satisfies never
      return null
  }
})

const isElsewhere = ({ conversation }: ContactOf, current: string | undefined): boolean =>
  current !== undefined && conversation !== undefined && conversation !== current

export type ContactProps = { entry: ContactOf; elsewhere: boolean; wanted: boolean }

function ContactEntry(props: ContactProps) {
  const { kind, campaign, direction } = props.entry
  if (campaign !== undefined && direction === 'outbound') return <CampaignEntry {...props} />
  switch (kind) {
    case 'call':
      return <CallEntry {...props} />
    case 'voicemail':
      return <VoicemailEntry {...props} />
    case 'mail':
      return <MailEntry {...props} />
    case 'mention':
    case 'comment':
    case 'post':
      return <PostEntry {...props} />
    case 'direct':
      return <DirectEntry {...props} />
    case 'review':
      return <ReviewEntry {...props} />
    default:
      return kind satisfies never
  }
}
