import type { Metric } from '../../report/metrics.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { CellReport } from '../report-spec.ts'

const model = (id: string, title: string, metric: Metric, definition: string): FigureSpec => ({
  ...{ id, title, unit: 'millionths', of: 'millionths of a matter', better: 'neither', definition },
  measure: { type: 'count', of: [metric] },
})

/** Whole millionths, so that departments add up to the total exactly. */
export const sharedCredit: CellReport = {
  name: 'shared-credit',
  title: 'Shared credit',
  definition:
    'Each resolved matter and each sale is one, shared between the departments that touched it: what they get adds up to exactly one, and to the total. Four ways to share it stand side by side, because none is right for every question.',
  source:
    'core/credit: first and last touch (40/20/40), half-life of a week, Shapley 1953 (Zhao, Mahboobi and Bagheri 2018, equation 6)',
  chart: 'table',
  by: ['department', 'all'],
  figures: [
    model('credit-linear', 'Linear', 'creditLinear', 'Every touch the same.'),
    model(
      'credit-position',
      'Position',
      'creditPosition',
      'Two fifths to the first touch, two to the last, one to the rest.',
    ),
    model(
      'credit-time-decay',
      'Time decay',
      'creditTimeDecay',
      'The nearer to the end, the more: half of it a week earlier.',
    ),
    model(
      'credit-shapley',
      'Shapley',
      'creditShapley',
      'What a department adds, over all orders in which they could have come.',
    ),
  ],
}
