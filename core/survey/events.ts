import { contactId } from '../contact/contact-id.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { StatusEvent } from '../timeline/event.ts'
import type { Survey } from './survey.ts'

type Told = Pick<StatusEvent, 'change' | 'from' | 'to' | 'reason' | 'contact'>

/** What a version of a survey leaves on the timeline of whoever it was asked. */
export const surveyEvent = (survey: Survey, told: Told, actor: string, at: string): EventEntry => ({
  type: 'event',
  entryId: contactId('survey-event', survey.id, `${survey.version}`),
  place: { stream: survey.stream, sortAt: at },
  event: { v: 1, type: 'status', at, actor, conversation: survey.conversation, ...told },
})
