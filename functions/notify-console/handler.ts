import { isToldLive, liveEventsOf } from '../../adapters/dynamodb/live-events.ts'
import { publisher } from '../../core/live/publish.ts'
import { changeStreamHandler } from '../kit/change-stream.ts'
import { log } from '../kit/log.ts'
import { once } from '../kit/once.ts'
import { dependencies } from './dependencies.ts'

const publish = once(() => publisher(dependencies()))

export const handler = changeStreamHandler(isToldLive, () => async changes => {
  const published = await publish()(changes.flatMap(liveEventsOf))
  if (published.gone + published.broken > 0) log('INFO', 'hungUp', published)
})
