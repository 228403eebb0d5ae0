import { isKeptBy } from './figure-spec.ts'
import type { CellReport, ComputedReport } from './report-spec.ts'
import { campaignEffect } from './reports/campaign-effect.ts'
import { firstResponse, nextResponse, resolution } from './reports/durations.ts'
import {
  channelSwitches,
  firstContactResolution,
  repeatContacts,
  repeatedThemselves,
  transfers,
} from './reports/effort.ts'
import { satisfaction, sentiment } from './reports/feeling.ts'
import { workloadForecast } from './reports/forecast.ts'
import { returningByPromise, serviceLevel } from './reports/promises.ts'
import { shareOfVoice } from './reports/share-of-voice.ts'
import { sharedCredit } from './reports/shared-credit.ts'
import { topics } from './reports/topics.ts'
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
  sharedCredit,
].map(report => ({
  ...report,
  by: report.by.filter(by => report.figures.some(figure => isKeptBy(figure, by))),
}))

/** Those that take more than adding up. */
export const computedReports: readonly ComputedReport[] = [topics, shareOfVoice, campaignEffect, workloadForecast]

export const reportNames: ReadonlySet<string> = new Set([...cellReports, ...computedReports].map(({ name }) => name))
