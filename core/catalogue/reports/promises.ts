import type { Metric } from '../../report/metrics.ts'
import { ofContacts } from '../dimensions.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { CellReport } from '../report-spec.ts'
import { sources } from '../sources.ts'

const kept = (id: string, title: string, met: Metric, missed: Metric): FigureSpec => ({
  ...{ id, title: `${title} in time`, unit: 'share', of: 'targets', better: 'more' },
  definition: `Clocks for the ${title.toLowerCase()} that were met in time ÷ those that were met or ran out.`,
  measure: { type: 'share', hits: [met], among: [met, missed] },
})

export const serviceLevel: CellReport = {
  name: 'service-level',
  title: 'Service levels kept',
  definition:
    'Each conversation has targets by its priority, in the hours of its team. A target counts when it is met, or when its time ran out; one that no answer was asked for does not count.',
  source: sources.own,
  chart: 'series',
  by: ofContacts,
  figures: [
    kept('first-kept', 'First response', 'firstKept', 'firstMissed'),
    kept('next-kept', 'Next response', 'nextKept', 'nextMissed'),
    kept('resolution-kept', 'Resolution', 'resolutionKept', 'resolutionMissed'),
  ],
}

export const returningByPromise: CellReport = {
  name: 'returning-by-promise',
  title: 'Returning customers by promise kept or broken',
  definition:
    'Of the customers to whom something was promised for a day, how many came again with another matter within thirty days: after a promise that was kept, and after one that was broken. Read together: they say nothing of why.',
  source: sources.own,
  chart: 'bars',
  by: ofContacts,
  figures: [
    {
      ...{ id: 'promises-kept', title: 'Promises kept', unit: 'share', of: 'promises of a day', better: 'more' },
      definition: 'Answered again by the day that was named ÷ all promises that named a day.',
      measure: { type: 'share', hits: ['promisesKept'], among: ['promisesKept', 'promisesBroken'] },
    },
    {
      ...{
        id: 'back-after-kept',
        title: 'Came again, promise kept',
        unit: 'share',
        of: 'promises kept',
        better: 'more',
      },
      definition: 'Came with another matter within thirty days of a kept promise.',
      measure: { type: 'share', hits: ['keptCameBack'], among: ['promisesKept'] },
      settlesAfterDays: 30,
    },
    {
      ...{ id: 'back-after-broken', title: 'Came again, promise broken', unit: 'share', of: 'promises broken' },
      ...{ better: 'neither', settlesAfterDays: 30 },
      definition: 'Came with another matter within thirty days of a broken promise.',
      measure: { type: 'share', hits: ['brokenCameBack'], among: ['promisesBroken'] },
    },
  ],
}
