import { useParams } from '@tanstack/react-router'
import { useMay } from '../app/console-context.ts'
import { ScreenMissing } from '../app/screen-failed.tsx'
import { AutomationScreen } from './automations/automation-screen.tsx'
import { HookScreen } from './hooks/hook-screen.tsx'
import { ImportScreen } from './imports/import-screen.tsx'
import { MacroScreen } from './macros/macro-screen.tsx'
import { AgentScreen } from './people/agent-screen.tsx'
import { OneHoursScreen } from './people/one-hours-screen.tsx'
import { TeamScreen } from './people/team-screen.tsx'
import { type Place, placeIn, places } from './places.ts'
import { RuleScreen } from './routing/rule-screen.tsx'
import { SourceScreen } from './sources/source-screen.tsx'
import './operations.css'

/** One thing of a place of operations. */
export function OperationsItemScreen() {
  const may = useMay()
  const { place: text, id } = useParams({ from: '/operations/$place/$id' })
  const place = placeIn(text)
  const allowed = places.some(one => one.place === place && may(one.call))
  return place !== undefined && allowed ? (
    <ThingScreen key={`${place} ${id}`} place={place} id={id} />
  ) : (
    <ScreenMissing />
  )
}

function ThingScreen({ place, id }: { place: Place; id: string }) {
  switch (place) {
    case 'sources':
      return <SourceScreen id={id} />
    case 'imports':
      return <ImportScreen id={id} />
    case 'agents':
      return <AgentScreen id={id} />
    case 'teams':
      return <TeamScreen id={id} />
    case 'hours':
      return <OneHoursScreen id={id} />
    case 'macros':
      return <MacroScreen id={id} />
    case 'routing':
      return <RuleScreen id={id} />
    case 'automations':
      return <AutomationScreen id={id} />
    case 'hooks':
      return <HookScreen id={id} />
    case 'set-aside':
    case 'surveys':
    case 'consent':
      return <ScreenMissing />
    default:
      return place satisfies never
  }
}
