import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { useWords } from '../../words/words.ts'
import { Chosen } from '../report/chosen.tsx'
import { hourText, type Rhythm, rhythms, rhythmText, weekdays, weekdayText } from './rhythm.ts'
import { useChangeDigests } from './use-digests.ts'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** When this digest is to be mailed to who looks at it. */
export function MailForm({ department }: { department: string | undefined }) {
  const { say, language } = useWords()
  const { api } = useConsole()
  const change = useChangeDigests()
  const [rhythm, setRhythm] = useState<Rhythm>({ every: 'week', weekday: 1, hour: 8 })
  const { every, weekday = 1, hour } = rhythm
  const mail = () =>
    change(
      api.subscribe({
        ...{ every, hour, language },
        ...(every === 'week' && { weekday }),
        ...(department !== undefined && { department }),
      }),
      say('digest.will-come', { when: rhythmText(rhythm, say, language) }),
    )
  return (
    <fieldset className="report-tools">
      <legend className="insights-heard">{say('digest.mail-me')}</legend>
      <Chosen
        label={say('digest.how-often')}
        options={rhythms.map(one => ({ value: one, label: say(`digest.often.${one}`) }))}
        chosen={every}
        onChoose={one => setRhythm({ ...rhythm, every: rhythms.find(known => known === one) ?? 'week' })}
      />
      {every === 'week' && (
        <Chosen
          label={say('digest.weekday')}
          options={weekdays.map(one => ({ value: `${one}`, label: weekdayText(one, language) }))}
          chosen={`${weekday}`}
          onChoose={one => setRhythm({ ...rhythm, weekday: Number(one) })}
        />
      )}
      <Chosen
        label={say('digest.hour')}
        options={hours.map(one => ({ value: `${one}`, label: hourText(one) }))}
        chosen={`${hour}`}
        onChoose={one => setRhythm({ ...rhythm, hour: Number(one) })}
      />
      <Button iconName="envelope" onClick={() => void mail()}>
        {say('digest.mail-me')}
      </Button>
    </fieldset>
  )
}
