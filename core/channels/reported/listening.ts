import { countSchema } from '../../listening/listening.ts'
import { factOf, tableFormat, whole } from './table-row.ts'

/** Daily mention counts. Without `asOf`, a later file replaces an earlier one. */
export const listening = tableFormat(
  'listening',
  ['panel', 'day', 'network', 'member', 'mentions', 'positive', 'negative', 'asOf'],
  (cell, { receivedAt }) => {
    const value = {
      v: 1,
      ...{ panel: cell('panel'), day: cell('day'), network: cell('network'), member: cell('member') },
      mentions: whole(cell('mentions')),
      positive: whole(cell('positive')),
      negative: whole(cell('negative')),
      asOf: cell('asOf') ?? receivedAt,
    }
    return factOf(countSchema, value, count => ({ kind: 'mentions', count }))
  },
)
