import { defaultReportSettings, type ReportSettings, reportSettingsSchema } from '../../core/report/settings.ts'
import { settingsKeys } from './keys.ts'
import type { Table } from './table.ts'

const key = settingsKeys.item('reports')

/** By what reports are kept; what holds by default where nobody said anything. */
export async function readReportSettings(table: Pick<Table, 'get'>): Promise<ReportSettings> {
  const item = await table.get(key, true)
  return item === undefined ? defaultReportSettings : reportSettingsSchema.parse(item)
}

/** Writes what becomes of the settings that were read. False: somebody was faster, nothing is written. */
export async function writeReportSettings(
  table: Pick<Table, 'put'>,
  next: Omit<ReportSettings, 'version'>,
  was: ReportSettings,
): Promise<boolean> {
  const isFirst = was === defaultReportSettings
  const item = reportSettingsSchema.parse({ ...next, version: isFirst ? 1 : was.version + 1 })
  return (await table.put({ ...item, ...key }, isFirst ? 'absent' : { version: was.version })).written
}
