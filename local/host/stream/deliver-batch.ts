import type { StreamSource } from '../../template/event-sources.ts'
import { failedItems } from '../batch-failures.ts'
import type { StreamRecord } from './stream-reader.ts'

/** What delivering a batch takes: all that it does to the world is in here. */
export type Delivery = {
  source: Pick<StreamSource, 'partialFailures' | 'bisect' | 'retries'>
  /** The function's answer; throws when it fails. */
  invoke: (records: StreamRecord[]) => Promise<unknown>
  /** All records up to this one are done with. */
  done: (last: StreamRecord) => void
  /** Notes records that were tried for the last time. */
  giveUp: (records: StreamRecord[], tries: number) => void
  /** Waits before the next try; false: do not try again, the host stops. */
  again: (tries: number) => Promise<boolean>
}

/**
 * Brings records to the function in order, as Lambda does: after a failure again from the first that failed; a batch
 * that failed as a whole in two halves, if the source says so; what failed too often is noted and left behind.
 * Resolves to false when the host stops first.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export async function deliverBatch(delivery: Delivery, batch: StreamRecord[]): Promise<boolean> {
  let records = batch
  for (let tries = 1; records.length > 0; tries++) {
    const failed = await firstFailed(delivery, records)
    const progress = failed === 'all' ? 0 : failed
    finish(delivery, records.slice(0, progress))
    records = records.slice(progress)
    if (records.length === 0) return true
    if (failed === 'all' && delivery.source.bisect && records.length > 1) return inHalves(delivery, records)
    if (progress > 0) tries = 1
    if (delivery.source.retries >= 0 && tries > delivery.source.retries) {
      delivery.giveUp(records, tries)
      finish(delivery, records)
      return true
    }
    if (!(await delivery.again(tries))) return false
  }
  return true
}

async function inHalves(delivery: Delivery, records: StreamRecord[]): Promise<boolean> {
  const middle = Math.ceil(records.length / 2)
  if (!(await delivery.again(1))) return false
  return (await deliverBatch(delivery, records.slice(0, middle))) && deliverBatch(delivery, records.slice(middle))
}

function finish({ done }: Delivery, records: StreamRecord[]): void {
  const last = records.at(-1)
  if (last) done(last)
}

/** The place of the first record that failed: their number when none did. */
async function firstFailed({ source, invoke }: Delivery, records: StreamRecord[]): Promise<number | 'all'> {
  const answer = await attempt(invoke, records)
  if (answer === 'failed') return 'all'
  if (!source.partialFailures) return records.length
  const identifiers = records.map(({ dynamodb }) => dynamodb.SequenceNumber)
  const failed = failedItems(answer.value, identifiers)
  if (failed === undefined) return 'all'
  return failed.size === 0 ? records.length : identifiers.findIndex(one => failed.has(one))
}

/** Whoever invokes has told the operator what happened; here it only matters that it failed. */
async function attempt(invoke: Delivery['invoke'], records: StreamRecord[]): Promise<{ value: unknown } | 'failed'> {
  return invoke(records).then(
    value => ({ value }),
    () => 'failed' as const,
  )
}
