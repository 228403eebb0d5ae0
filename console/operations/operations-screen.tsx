import { useParams } from '@tanstack/react-router'
import { useMay } from '../app/console-context.ts'
import { ScreenMissing } from '../app/screen-failed.tsx'
import { AutomationsScreen } from './automations/automations-screen.tsx'
import { HooksScreen } from './hooks/hooks-screen.tsx'
import { ImportsScreen } from './imports/imports-screen.tsx'
import { MacrosScreen } from './macros/macros-screen.tsx'
import { AgentsScreen } from './people/agents-screen.tsx'
import { HoursScreen } from './people/hours-screen.tsx'
import { TeamsScreen } from './people/teams-screen.tsx'
import { type Place, placeIn, places } from './places.ts'
import { RulesScreen } from './routing/rules-screen.tsx'
import { SetAsideScreen } from './set-aside/set-aside-screen.tsx'
import { ConsentScreen } from './settings/consent-screen.tsx'
import { SurveysScreen } from './settings/surveys-screen.tsx'
import { SourcesScreen } from './sources/sources-screen.tsx'
import './operations.css'

/** A place of operations, for those whom the API would answer there. */
export function OperationsScreen() {
  const may = useMay()
  const place = placeIn(useParams({ from: '/operations/$place' }).place)
  const allowed = places.some(one => one.place === place && may(one.call))
  return place !== undefined && allowed ? <PlaceScreen place={place} /> : <ScreenMissing />
}

function PlaceScreen({ place }: { place: Place }) {
  switch (place) {
    case 'sources':
      return <SourcesScreen />
    case 'set-aside':
      return <SetAsideScreen />
    case 'imports':
      return <ImportsScreen />
    case 'agents':
      return <AgentsScreen />
    case 'teams':
      return <TeamsScreen />
    case 'hours':
      return <HoursScreen />
    case 'macros':
      return <MacrosScreen />
    case 'routing':
      return <RulesScreen />
    case 'automations':
      return <AutomationsScreen />
    case 'hooks':
      return <HooksScreen />
    case 'surveys':
      return <SurveysScreen />
    case 'consent':
      return <ConsentScreen />
    default:
      return place satisfies never
  }
}
