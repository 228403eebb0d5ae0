import type { CellReport } from './report-spec.ts'
import { firstResponse, nextResponse, resolution } from './reports/durations.ts'
import {
  channelSwitches,
  firstContactResolution,
  repeatContacts,
  repeatedThemselves,
  transfers,
} from './reports/effort.ts'
import { satisfaction, sentiment } from './reports/feeling.ts'
import { returningByPromise, serviceLevel } from './reports/promises.ts'
import { volume } from './reports/volume.ts'

/** The reports that are added up of cells, in the order in which they are listed. */
export const cellReports: readonly CellReport[] = [
  volume,
  firstResponse,
  nextResponse,
  resolution,
  serviceLevel,
  firstContactResolution,
  repeatContacts,
  channelSwitches,
  repeatedThemselves,
  transfers,
  satisfaction,
  sentiment,
  returningByPromise,
]
