import type { ImportStore, RowResult } from '../import/import.ts'
import { parseObjectName } from '../raw/object-name.ts'
import { type ChangeStage, isChangeStage } from './change-stage.ts'
import { announcementSchema, type Delivery } from './delivery.ts'
import { type SetAside, type SetAsideStore, setAsideId } from './set-aside.ts'

export type DeadMessage = {
  messageId: string
  body: string
  queue: 'record' | 'split' | 'audit' | ChangeStage
  sentAt: string
}

export type KeepDead = { setAside: SetAsideStore; imports: Pick<ImportStore, 'addOutcomes'> }

/** Sets a dead message aside; a row of an import is counted as set aside there too. */
export async function keepDead({ setAside, imports }: KeepDead, dead: DeadMessage): Promise<void> {
  const items = setAsideDead(dead)
  await Promise.all(items.map(setAside.write))
  const rows = items.flatMap(({ importId, line, reason }): RowResult[] =>
    importId === undefined || line === undefined ? [] : [{ importId, line, outcome: 'set aside', reason }],
  )
  if (rows.length > 0) await imports.addOutcomes(rows)
}

/**
 * What to keep of a message that its queue gave up on after its last try: everything needed to see it and to replay it.
 * A message that announces several objects becomes several items.
 */
export function setAsideDead(dead: DeadMessage): SetAside[] {
  const announced = dead.queue === 'audit' || isChangeStage(dead.queue) ? undefined : readDeliveries(dead.body)
  if (announced === undefined) return [unreadable(dead)]
  return announced.map(delivery => failed(dead, delivery))
}

function readDeliveries(body: string): Delivery[] | undefined {
  try {
    const parsed = announcementSchema.safeParse(JSON.parse(body))
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function failed({ queue, sentAt }: DeadMessage, delivery: Delivery): SetAside {
  const { object, offset = 0, length = 0 } = delivery
  const name = parseObjectName(object)
  return {
    v: 1,
    id: delivery.replayOf ?? setAsideId(sentAt, object, offset),
    at: sentAt,
    stage: queue,
    reason: 'every try to process it failed; the log of the function says why; replay it once that is mended',
    rawRef: { object, offset, length },
    ...(name && { source: name.source, format: name.format }),
    ...(delivery.line !== undefined && { line: delivery.line }),
    ...(delivery.importId !== undefined && { importId: delivery.importId }),
    message: JSON.stringify(delivery),
    replays: 0,
  }
}

const unreadable = ({ messageId, body, queue, sentAt }: DeadMessage): SetAside => ({
  v: 1,
  id: setAsideId(sentAt, messageId, 0),
  at: sentAt,
  stage: queue,
  reason: reasonFor(queue),
  message: body.slice(0, 16_384),
  replays: 0,
})

function reasonFor(queue: DeadMessage['queue']): string {
  if (queue === 'audit') return 'every try to write the audit record failed'
  if (isChangeStage(queue)) return 'every try to follow a change of the timeline failed; replay it once that is mended'
  return 'the queue message is in no known form'
}
