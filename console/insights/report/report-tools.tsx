import Button from '@cloudscape-design/components/button'
import DatePicker from '@cloudscape-design/components/date-picker'
import FormField from '@cloudscape-design/components/form-field'
import Toggle from '@cloudscape-design/components/toggle'
import { topicKinds } from '../../../core/catalogue/topic-reads.ts'
import type { Report, ReportDescription } from '../../client/api.ts'
import { type Say, useWords } from '../../words/words.ts'
import { type Asked, askedBy, ownSpan, periods } from '../asked.ts'
import { byText } from '../labels.ts'
import { CampaignField } from './campaign-field.tsx'
import { Chosen } from './chosen.tsx'

type ToolsProps = {
  description: ReportDescription
  report: Report | undefined
  asked: Asked
  onAsk: (changed: Partial<Asked>) => void
  /** The chosen value in words, where there is one. */
  value: string | undefined
}

/** A forecast is of the days that come, a campaign of its own window, which stands beside the days before it anyway. */
const daysOfTheirOwn: ReadonlySet<string> = new Set(['workload-forecast', 'campaign-effect'])

/** What is asked: of which days, by what, in which steps, and whether the period before stands beside it. */
export function ReportTools({ description, report, asked, onAsk, value }: ToolsProps) {
  const { say } = useWords()
  const by = asked.by ?? description.by[0] ?? 'all'
  return (
    <fieldset className="report-tools">
      <legend className="insights-heard">{say('insights.tools')}</legend>
      {!daysOfTheirOwn.has(description.name) && <PeriodFields asked={asked} report={report} onAsk={onAsk} />}
      {description.by.length > 1 && (
        <Chosen
          label={say('insights.by')}
          options={description.by.map(one => ({ value: one, label: byText(one, say) }))}
          chosen={by}
          onChoose={one => onAsk({ by: askedBy(one), value: undefined, grain: undefined })}
        />
      )}
      {description.grains.length > 1 && (
        <Chosen
          label={say('insights.grain')}
          options={description.grains.map(one => ({ value: one, label: say(`insights.grain.${one}`) }))}
          chosen={asked.grain ?? report?.grain ?? description.grains[0] ?? 'total'}
          onChoose={one => onAsk({ grain: description.grains.find(grain => grain === one) })}
        />
      )}
      {!daysOfTheirOwn.has(description.name) && (
        <FormField label={say('insights.compare')}>
          <Toggle
            checked={asked.compare !== 'none'}
            onChange={({ detail }) => onAsk({ compare: detail.checked ? undefined : 'none' })}
          >
            {say('insights.compare-before')}
          </Toggle>
        </FormField>
      )}
      {description.name === 'campaign-effect' && <CampaignField asked={asked} onAsk={onAsk} />}
      {description.name === 'topics' && <KindField asked={asked} onAsk={onAsk} />}
      {value !== undefined && (
        <Button iconName="close" iconAlign="right" onClick={() => onAsk({ value: undefined, grain: undefined })}>
          {say('insights.only', { value })}
        </Button>
      )}
    </fieldset>
  )
}

/** What a topic mostly is. */
export function KindField({ asked, onAsk }: Pick<ToolsProps, 'asked' | 'onAsk'>) {
  const { say } = useWords()
  return (
    <Chosen
      label={say('insights.kind')}
      options={['', ...topicKinds].map(one => ({ value: one, label: kindText(one, say) }))}
      chosen={asked.kind ?? ''}
      onChoose={one => onAsk({ kind: topicKinds.find(kind => kind === one) })}
    />
  )
}

const kindText = (name: string, say: Say): string => {
  const kind = topicKinds.find(one => one === name)
  return say(kind === undefined ? 'insights.kind.any' : `insights.kind.${kind}`)
}

type FieldsProps = Pick<ToolsProps, 'asked' | 'report' | 'onAsk'>

export function PeriodFields({ asked, report, onAsk }: FieldsProps) {
  const { say } = useWords()
  const own = asked.period === 'own' || (asked.period === undefined && (asked.from ?? asked.to) !== undefined)
  const choose = (name: string) => {
    const period = periods.find(one => one === name)
    const days =
      period === 'own' ? { from: report?.period.from, to: report?.period.to } : { from: undefined, to: undefined }
    onAsk({ period, ...days, grain: undefined })
  }
  const change = (changed: { from?: string; to?: string }) => {
    const { from, to } = { from: asked.from ?? report?.period.from, to: asked.to ?? report?.period.to, ...changed }
    if (from && to) onAsk({ period: 'own', ...ownSpan(from, to), grain: undefined })
  }
  return (
    <>
      <Chosen
        label={say('insights.period')}
        options={periods.map(one => ({ value: one, label: say(`insights.period.${one}`) }))}
        chosen={own ? 'own' : (asked.period ?? '28')}
        onChoose={choose}
      />
      {own && (
        <>
          <Day label={say('insights.from')} value={asked.from ?? ''} onDay={from => change({ from })} />
          <Day label={say('insights.to')} value={asked.to ?? ''} onDay={to => change({ to })} />
        </>
      )}
    </>
  )
}

function Day({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  const { language } = useWords()
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
  return (
    <FormField label={label}>
      <DatePicker
        value={value}
        locale={language}
        onChange={({ detail }) => {
          if (isDay(detail.value)) onDay(detail.value)
        }}
      />
    </FormField>
  )
}
