import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import { useSay } from '../../words/words.ts'
import type { Asked } from '../asked.ts'
import { Chosen } from './chosen.tsx'

type CampaignProps = { asked: Asked; onAsk: (changed: Partial<Asked>) => void }

/** Whose effect is shown. */
export function CampaignField({ asked, onAsk }: CampaignProps) {
  const say = useSay()
  const { api } = useConsole()
  const { data } = useQuery({
    queryKey: ['campaigns'],
    queryFn: ({ signal }) => api.campaigns({ limit: 100 }, signal),
  })
  const campaigns = data?.items ?? []
  return (
    <Chosen
      label={say('insights.by.campaign')}
      options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={asked.campaign}
      placeholder={say(data && campaigns.length === 0 ? 'insights.no-campaigns' : 'insights.choose-campaign')}
      onChoose={campaign => onAsk({ campaign })}
    />
  )
}
