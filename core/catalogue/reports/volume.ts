import { bys } from '../dimensions.ts'
import type { CellReport } from '../report-spec.ts'
import { sources } from '../sources.ts'

const everything = bys.filter(by => by !== 'from×to')

export const volume: CellReport = {
  name: 'volume',
  title: 'Volume and mix',
  definition:
    'How many contacts came in and went out, of how many customers. A contact that was deleted is none. By channel, source, brand and department the contacts add up to the total; by other dimensions those are left out of which it is not known.',
  source: sources.connect,
  chart: 'series',
  by: everything,
  figures: [
    {
      ...{ id: 'inbound', title: 'Contacts of customers', unit: 'count', of: 'contacts', better: 'neither' },
      definition: 'Calls, mails, messages, mentions, comments and reviews that came in.',
      measure: { type: 'count', of: ['inbound'] },
    },
    {
      ...{ id: 'outbound', title: 'Contacts of ours', unit: 'count', of: 'contacts', better: 'neither' },
      definition: 'What we sent, said or called.',
      measure: { type: 'count', of: ['outbound'] },
    },
    {
      ...{ id: 'customers', title: 'Customers', unit: 'count', of: 'customers', better: 'neither' },
      definition: 'Different customers who came in the period; whoever withheld who they are is not among them.',
      measure: { type: 'unique', of: 'customers' },
    },
    {
      ...{ id: 'opened', title: 'Conversations opened', unit: 'count', of: 'conversations', better: 'neither' },
      definition: 'Matters that customers came with, or that we opened.',
      measure: { type: 'count', of: ['opened'] },
    },
    {
      ...{ id: 'calls-answered', title: 'Calls answered', unit: 'share', of: 'calls', better: 'more' },
      definition: 'Calls that somebody took ÷ all calls.',
      measure: { type: 'share', hits: ['answeredCalls'], among: ['calls'] },
    },
    {
      ...{ id: 'handle-mean', title: 'Handle time, mean', unit: 'seconds', of: 'answered calls', better: 'neither' },
      definition: 'Talk, hold and after-call work of a call.',
      measure: { type: 'mean', sum: 'handleSeconds', of: ['handled'] },
    },
    {
      ...{
        id: 'handle-median',
        title: 'Handle time, median',
        unit: 'seconds',
        of: 'answered calls',
        better: 'neither',
      },
      definition: 'Half of the answered calls took less.',
      measure: { type: 'percentile', of: 'handle', share: 0.5 },
    },
  ],
}
