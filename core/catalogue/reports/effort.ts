import type { Metric } from '../../report/metrics.ts'
import { ofContacts, withPairs } from '../dimensions.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { CellReport } from '../report-spec.ts'
import { sources } from '../sources.ts'

export const firstContactResolution: CellReport = {
  name: 'first-contact-resolution',
  title: 'First contact resolution',
  definition:
    'Matters that were resolved and with which the customer did not come again, on any channel, within seven days after the first answer and the resolution. Counted on the day of the resolution; provisional for seven days.',
  source: sources.resolution,
  chart: 'series',
  by: withPairs,
  figures: [
    {
      ...{ id: 'first-contact', title: 'Resolved at first contact', unit: 'share', of: 'resolved conversations' },
      ...{ better: 'more', settlesAfterDays: 7 },
      definition: 'The customer did not have to come again ÷ all resolved.',
      measure: { type: 'share', hits: ['firstContact'], among: ['resolved'] },
    },
    {
      ...{ id: 'one-touch', title: 'Resolved with one answer', unit: 'share', of: 'resolved conversations' },
      ...{ better: 'more' },
      definition: 'One answer of ours or none ÷ all resolved.',
      measure: { type: 'share', hits: ['oneTouch'], among: ['resolved'] },
    },
  ],
}

const repeat = (days: number, metric: Metric): FigureSpec => ({
  ...{ id: `repeats-${days}`, title: `Again within ${days} days`, unit: 'share', of: 'contacts', better: 'less' },
  definition: `Contacts of the same customer in the same matter within ${days} days of the one before ÷ all contacts that came in.`,
  measure: { type: 'share', hits: [metric], among: ['inbound'] },
})

export const repeatContacts: CellReport = {
  name: 'repeat-contacts',
  title: 'Repeat contacts',
  definition:
    'How often customers come again with the same matter, on whichever channel. The repeat is counted, on its own day: nothing of it changes later.',
  source: sources.resolution,
  chart: 'series',
  by: ofContacts,
  figures: [
    repeat(7, 'repeats7'),
    repeat(15, 'repeats15'),
    repeat(30, 'repeats30'),
    {
      ...{ id: 'switch-rate', title: 'On another channel', unit: 'share', of: 'repeat contacts', better: 'less' },
      definition: 'Repeat contacts within thirty days that came over another channel ÷ all of them.',
      measure: { type: 'share', hits: ['switches'], among: ['repeats30'] },
    },
  ],
}

export const channelSwitches: CellReport = {
  name: 'channel-switches',
  title: 'Channel switches',
  definition:
    'From which channel to which customers went with the same matter within thirty days. Those who stay with their channel are in the report of repeat contacts.',
  source: sources.own,
  chart: 'matrix',
  by: ['from×to', 'all'],
  figures: [
    {
      ...{ id: 'switches', title: 'Switches', unit: 'count', of: 'repeat contacts on another channel', better: 'less' },
      definition:
        'Repeat contacts whose channel is not the one before, from the channel they left to the one they came by.',
      measure: { type: 'count', of: ['switches'] },
    },
  ],
}

export const repeatedThemselves: CellReport = {
  name: 'repeated-themselves',
  title: 'Customers who had to repeat themselves',
  definition:
    'Conversations in which the customer said again what stood on the timeline already, after another channel or somebody else took over. What this product is there to bring down.',
  source: sources.own,
  chart: 'series',
  by: ofContacts,
  figures: [
    {
      ...{ id: 'repeated', title: 'Had to repeat themselves', unit: 'count', of: 'conversations', better: 'less' },
      definition: 'Counted once a conversation, on the day it happened.',
      measure: { type: 'count', of: ['repeatedThemselves'] },
    },
    {
      ...{ id: 'repeated-rate', title: 'Of conversations opened', unit: 'ratio', of: 'conversations opened' },
      ...{ better: 'less' },
      definition:
        'Conversations with a repetition ÷ conversations opened in the same period, which need not be the same ones.',
      measure: { type: 'mean', sum: 'repeatedThemselves', of: ['opened'] },
    },
  ],
}

export const transfers: CellReport = {
  name: 'transfers',
  title: 'Transfers and hand-overs',
  definition:
    'A transfer: a conversation that somebody had went to somebody else, another team, or up. A hand-over: it was given on with what is known. Taking what nobody had is neither.',
  source: sources.connect,
  chart: 'series',
  by: ofContacts,
  figures: [
    {
      ...{ id: 'transfers', title: 'Transfers', unit: 'count', of: 'transfers', better: 'less' },
      definition: 'Every time a conversation changed hands.',
      measure: { type: 'count', of: ['transfers'] },
    },
    {
      ...{ id: 'hand-overs', title: 'Hand-overs with context', unit: 'count', of: 'hand-overs', better: 'neither' },
      definition: 'Given on with what is known and what was promised.',
      measure: { type: 'count', of: ['handOvers'] },
    },
    {
      ...{ id: 'transfers-each', title: 'Transfers per conversation', unit: 'ratio', of: 'conversations opened' },
      ...{ better: 'less' },
      definition: 'Transfers ÷ conversations opened in the same period.',
      measure: { type: 'mean', sum: 'transfers', of: ['opened'] },
    },
  ],
}
