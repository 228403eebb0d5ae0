import { changeConsent } from '../consent/change-consent.ts'
import type { ConsentStore } from '../consent/store.ts'
import { contactId } from '../contact/contact-id.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { Survey } from './survey.ts'

/** How consent and the timeline name who said it. */
const customer = 'the customer'

/** Records that whoever was asked does not want to be asked again, by the link they were sent. Said again, nothing changes. */
export async function stopAsking(
  { consents, now }: { consents: Pick<ConsentStore, 'change'>; now: () => string },
  { id, to, stream, conversation }: Survey,
): Promise<void> {
  const at = now()
  const event: EventEntry = {
    ...{ type: 'event', entryId: contactId('survey-stopped', id), place: { stream, sortAt: at } },
    event: {
      ...{ v: 1, type: 'status', at, actor: customer, conversation },
      ...{ change: 'consent', to: 'survey denied (link)' },
    },
  }
  const heard = { source: 'link', at, by: customer } as const
  await consents.change(to, known => changeConsent(known, to, { do: 'deny', purpose: 'survey' }, heard), event)
}
