import type { Identifier } from '../../contact/identifier.ts'
import { parseIdentifierName } from '../../contact/identifier.ts'
import { outcomeSchema } from '../../outcome/outcome.ts'
import { instantOfRfc3339 } from '../../payload/instant.ts'
import type { Source } from '../../source/source.ts'
import { claimedIdentifier } from '../normal-form/claimed-identifier.ts'
import { type Cell, dayStart, factOf, tableFormat, whole } from './table-row.ts'

/**
 * Sales, refunds and renewals. The customer stands in `identifier` (`phone:+442079460000`) or in a column of its kind;
 * `amount` is a decimal in the currency's own unit (`19.99`).
 */
export const outcomes = tableFormat(
  'outcomes',
  [
    ...['id', 'kind', 'identifier', 'phone', 'email', 'account', 'occurredAt'],
    ...['amount', 'currency', 'campaign', 'product', 'reference', 'revision'],
  ],
  (cell, { receivedAt, source }) => {
    const money = moneyOf(cell)
    if (money !== undefined && 'wrong' in money) return money
    const when = dayStart(cell('occurredAt'))
    const value = {
      v: 1,
      ...{ id: cell('id'), kind: cell('kind'), identifier: identifierOf(cell, source) },
      occurredAt: when && (instantOfRfc3339(when) ?? when),
      amount: money,
      ...{ campaign: cell('campaign'), product: cell('product'), reference: cell('reference') },
      revision: whole(cell('revision')) ?? 0,
      recordedAt: receivedAt,
      recordedBy: 'a file',
    }
    return factOf(outcomeSchema, value, outcome => ({ kind: 'outcome', outcome }))
  },
)

function identifierOf(cell: Cell, source: Source): Identifier | undefined {
  const types = ['phone', 'email', 'account'] as const
  const named = types.flatMap(type => {
    const value = cell(type)
    return value === undefined ? [] : [{ type, value }]
  })
  const written = named[0] ?? parseIdentifierName(cell('identifier') ?? '')
  return written && claimedIdentifier(written, source)
}

/** Currencies whose smallest unit is not a hundredth: ISO 4217, list one, column "minor unit". */
const decimals = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map(currency => [currency, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(currency => [currency, 3] as const),
])

function moneyOf(cell: Cell): { minor: number; currency: string } | { wrong: string } | undefined {
  const [amount, currency] = [cell('amount'), cell('currency')]
  if (amount === undefined) return undefined
  if (currency === undefined) return { wrong: 'currency: say in which, by a code of ISO 4217' }
  const places = decimals.get(currency) ?? 2
  const [, major, minor = ''] = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(amount) ?? []
  if (major === undefined || minor.length > places)
    return { wrong: `amount: write a number with a point and at most ${places} places after it, like 19.99` }
  return { minor: Number(major + minor.padEnd(places, '0')), currency }
}
