import type { Histogram, Metric } from '../../report/metrics.ts'
import { ofContacts, withPairs } from '../dimensions.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { CellReport } from '../report-spec.ts'
import { sources } from '../sources.ts'

type Duration = {
  id: string
  title: string
  of: string
  sum: Metric
  count: Metric
  histogram: Histogram
  definition: string
}

const percentiles = [
  { name: 'median', share: 0.5, text: 'Half took less.' },
  { name: 'p90', share: 0.9, text: 'Nine of ten took less.' },
  { name: 'p95', share: 0.95, text: 'Nineteen of twenty took less.' },
]

/** Median, 90th and 95th percentile, and mean. */
const figuresOf = ({ id, title, of, sum, count, histogram, definition }: Duration): FigureSpec[] => [
  ...percentiles.map(
    ({ name, share, text }): FigureSpec => ({
      ...{ id: `${id}-${name}`, title: `${title}, ${name}`, unit: 'seconds', of, better: 'less' },
      definition: `${definition} ${text}`,
      measure: { type: 'percentile', of: histogram, share },
    }),
  ),
  {
    ...{ id: `${id}-mean`, title: `${title}, mean`, unit: 'seconds', of, better: 'less', definition },
    measure: { type: 'mean', sum, of: [count] },
  },
]

const workingNote = 'Counted in the working hours of the conversation’s team.'

export const firstResponse: CellReport = {
  name: 'first-response',
  title: 'First response',
  definition:
    'From the contact that opened a matter to the first answer that the customer can see; automatic answers are none. An answered call is answered when it was taken. Counted on the day of the answer. Percentiles are told from histograms, within a tenth.',
  source: sources.connect,
  chart: 'series',
  by: withPairs,
  figures: [
    ...figuresOf({
      ...{ id: 'first', title: 'First response', of: 'first answers', sum: 'firstSeconds', count: 'firstAnswers' },
      ...{ histogram: 'first', definition: 'From the opening contact to the first answer.' },
    }),
    ...figuresOf({
      ...{ id: 'first-working', title: 'First response, business hours', of: 'first answers' },
      ...{ sum: 'firstWorkingSeconds', count: 'firstAnswers', histogram: 'firstWorking', definition: workingNote },
    }),
  ],
}

export const nextResponse: CellReport = {
  name: 'next-response',
  title: 'Next response',
  definition:
    'How long a customer waits each further time: from the first contact that was not answered yet to the next answer. Counted on the day of the answer. Percentiles are told from histograms, within a tenth.',
  source: sources.own,
  chart: 'series',
  by: ofContacts,
  figures: [
    ...figuresOf({
      ...{ id: 'next', title: 'Next response', of: 'further answers', sum: 'nextSeconds', count: 'nextAnswers' },
      ...{ histogram: 'next', definition: 'From the first contact left unanswered to the answer.' },
    }),
    ...figuresOf({
      ...{ id: 'next-working', title: 'Next response, business hours', of: 'further answers' },
      ...{ sum: 'nextWorkingSeconds', count: 'nextAnswers', histogram: 'nextWorking', definition: workingNote },
    }),
  ],
}

export const resolution: CellReport = {
  name: 'resolution',
  title: 'Resolution',
  definition:
    'From the opening of a matter to its resolution, as far as known: a matter that is reopened counts when it is resolved again. Counted on the day of the resolution. Percentiles are told from histograms, within a tenth.',
  source: sources.connect,
  chart: 'series',
  by: ofContacts,
  figures: [
    {
      ...{ id: 'resolved', title: 'Resolved', unit: 'count', of: 'conversations', better: 'more' },
      definition: 'Conversations that were resolved.',
      measure: { type: 'count', of: ['resolved'] },
    },
    ...figuresOf({
      ...{ id: 'resolution', title: 'Resolution', of: 'resolved conversations', count: 'resolved' },
      ...{ sum: 'resolutionSeconds', histogram: 'resolution', definition: 'From opening to resolution.' },
    }),
    ...figuresOf({
      ...{ id: 'resolution-working', title: 'Resolution, business hours', of: 'resolved conversations' },
      ...{
        sum: 'resolutionWorkingSeconds',
        count: 'resolved',
        histogram: 'resolutionWorking',
        definition: workingNote,
      },
    }),
    {
      ...{ id: 'reopened', title: 'Reopened', unit: 'count', of: 'conversations', better: 'less' },
      definition: 'Conversations that came to life again after they were resolved.',
      measure: { type: 'count', of: ['reopened'] },
    },
  ],
}
