import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import { useFollow } from '../app/router.tsx'
import type { Report } from '../client/api.ts'
import { useWords } from '../words/words.ts'
import { addressOf } from './asked.ts'
import { Change } from './change.tsx'
import { useTexts } from './texts/texts.ts'
import { useReport } from './use-report.ts'
import { valueText } from './write-value.ts'
import './insights.css'

/** Beside what is said in public: how much of it is about us, on the network that is looked at. Nothing, where nobody counts. */
export function ShareOfVoice({ network }: { network: string | undefined }) {
  const words = useWords()
  const follow = useFollow()
  const texts = useTexts()
  const { data } = useReport('share-of-voice', { by: 'network', ...(network !== undefined && { value: network }) })
  const row = data?.totals.find(({ figure }) => figure === 'voice')
  const figure = data?.figures.find(({ id }) => id === 'voice')
  if (data === undefined || figure === undefined || row?.value === undefined) return null
  return (
    <Box>
      <Link
        href={addressOf('share-of-voice', network === undefined ? {} : { by: 'network', value: network })}
        onFollow={follow}
      >
        {texts.report(data).title}
      </Link>{' '}
      <strong>{valueText(row.value, figure.unit, words)}</strong> <Change row={row} figure={figure} />{' '}
      <span className="quiet">
        {words.say('insights.told-from', { n: valueText(row.n, 'count', words), of: texts.figure(figure).of })}
      </span>
      <Rivals report={data} />
    </Box>
  )
}

/** The others of the panel, where one network is looked at. */
function Rivals({ report }: { report: Report }) {
  const words = useWords()
  const rows = report.rows.filter(({ figure, value }) => figure === 'voice' && value !== undefined)
  if (new Set(rows.map(({ key }) => key)).size !== 1) return null
  return (
    <div className="quiet">
      {rows
        .map(({ other = '', otherLabel = other, value = 0 }) => `${otherLabel} ${valueText(value, 'share', words)}`)
        .join(' · ')}
    </div>
  )
}
