import type { Source } from '../../source/source.ts'
import type { Cdr } from './cdr-columns.ts'
import { asUtc, customaryReading, instantInZone, readWallClock, type WallClock } from './wall-clock.ts'

/**
 * When the call began, read in the source's time zone. Where day and month may be either, the uniqueid decides: it begins
 * with the channel's epoch; else the custom of the source's region does.
 */
export function cdrStart(cdr: Cdr, source: Source): string | undefined {
  const readings = readWallClock(cdr.get('start') ?? '')
  const wall = nearest(readings, channelEpoch(cdr)) ?? customaryReading(readings, source.defaultRegion)
  return wall && instantInZone(wall, source.timeZone)
}

function channelEpoch(cdr: Cdr): number | undefined {
  const epoch = /(\d{9,10})\.\d+$/.exec(cdr.get('uniqueid') ?? '')?.[1]
  return epoch === undefined ? undefined : Number(epoch) * 1000
}

function nearest(readings: WallClock[], epochMs: number | undefined): WallClock | undefined {
  if (epochMs === undefined) return undefined
  const distance = (wall: WallClock) => Math.abs(asUtc(wall) - epochMs)
  return readings.toSorted((a, b) => distance(a) - distance(b))[0]
}
