import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/** What came of it: each by the sender's id, and as a fact on the stream of whom it names. */
export const outcomeKeys = {
  outcome: (id: string): Key => ({ pk: `Q#outcome#${id}`, sk: 'OUTCOME' }),
  fact: (stream: string, occurredAt: string, id: string): Key => ({ pk: `S#${stream}`, sk: `F#${occurredAt}#${id}` }),
  isOutcome: ({ pk, sk }: Key): boolean => pk.startsWith('Q#outcome#') && sk === 'OUTCOME',
  stream: (stream: string): string => `S#${stream}`,
  from: (occurredAt = ''): string => `F#${occurredAt}`,
  after: (occurredAt: string, id: string): string => `F#${occurredAt}#${id} `,
  to: (occurredAt = ''): string => `F#${occurredAt}#~`,
  end: 'F#~',
}

/**
 * Panels of those whose mentions are counted, the counts of each by day, network and member, and what they come to by month
 * and network: elsewhere, because changes of counts are published and those of sums are not.
 */
export const listeningKeys = {
  panel: (id: string): Key => ({ pk: 'Q#panels', sk: id }),
  panels: 'Q#panels',
  afterPanel: (id: string): string => `${id} `,
  count: ({ panel, day, network, member }: CountPlace): Key => ({
    pk: `Q#listening#${panel}`,
    sk: `${day}#${network}#${member}`,
  }),
  isCount: ({ pk }: Key): boolean => pk.startsWith('Q#listening#'),
  parseCount: ({ pk, sk }: Key): { panel: string; day: string } => ({
    panel: pk.slice('Q#listening#'.length),
    day: sk.slice(0, 'YYYY-MM-DD'.length),
  }),
  counts: (panel: string): string => `Q#listening#${panel}`,
  untilDay: (day: string): string => `${day}#~`,
  after: ({ day, network, member }: Omit<CountPlace, 'panel'>): string => `${day}#${network}#${member} `,
  month: ({ panel, day, network }: Omit<CountPlace, 'member'>): Key => ({
    pk: `Q#mentions#${panel}`,
    sk: `${day.slice(0, 'YYYY-MM'.length)}#${network}`,
  }),
  months: (panel: string): string => `Q#mentions#${panel}`,
  untilMonth: (month: string): string => `${month}#~`,
  parseMonth: ({ sk }: Key): { period: string; network: string } => {
    const [period = '', network = ''] = sk.split('#')
    return { period, network }
  },
}

type CountPlace = { panel: string; day: string; network: string; member: string }

/** What lies in which day's file of the archive, and which files are behind the table. */
export const archiveKeys = {
  thing: (dataset: string, day: string, id: string): Key => ({ pk: `D#${dataset}#${day}`, sk: id }),
  day: (dataset: string, day: string): string => `D#${dataset}#${day}`,
  after: (id: string): string => `${id} `,
  due: (dataset: string, day: string): Key => ({ pk: 'Q#archive', sk: `${dataset}#${day}` }),
  allDue: 'Q#archive',
  afterDue: (dataset: string, day: string): string => `${dataset}#${day} `,
  parseDue: ({ sk }: Key): { dataset: string; day: string } => {
    const [dataset = '', day = ''] = sk.split('#')
    return { dataset, day }
  },
}

/** What was asked of the archive, by whom and when. */
export const queryKeys = {
  query: (id: string): Key => ({ pk: 'Q#queries', sk: id }),
  all: 'Q#queries',
  before: (id: string): string => justBelow(id),
}

/** What people keep of reports: each under its owner, and once more where everybody looks if it is shared. */
export const savedReportKeys = {
  own: (owner: string, id: string): Key => ({ pk: `Q#saved-reports#${owner}`, sk: id }),
  shared: (owner: string, id: string): Key => ({ pk: 'Q#shared-reports', sk: `${id}#${owner}` }),
  ofOwner: (owner: string): string => `Q#saved-reports#${owner}`,
  allShared: 'Q#shared-reports',
}
