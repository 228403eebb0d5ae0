import type { allowed } from '../client/api.ts'

/** The places of operations, in the order of setting up; each with the call that one must be allowed to make there. */
export const places = [
  { place: 'sources', call: 'sources' },
  { place: 'set-aside', call: 'setAside' },
  { place: 'imports', call: 'startImport' },
  { place: 'agents', call: 'setAgent' },
  { place: 'teams', call: 'setTeam' },
  { place: 'hours', call: 'setHours' },
  { place: 'macros', call: 'setMacro' },
  { place: 'routing', call: 'setRoutingRule' },
  { place: 'automations', call: 'setAutomation' },
  { place: 'hooks', call: 'setHook' },
  { place: 'surveys', call: 'setSurveySettings' },
  { place: 'consent', call: 'setConsentDefaults' },
] as const satisfies readonly { place: string; call: keyof typeof allowed }[]
export type Place = (typeof places)[number]['place']

/** Places that hold a list of things, each with a form. */
export type ListPlace = Exclude<Place, 'set-aside' | 'imports' | 'surveys' | 'consent'>

export const placeIn = (text: string): Place | undefined => places.find(({ place }) => place === text)?.place

/** What stands for an id where something new is made; no id begins like this. */
export const newId = '_new'

export const addressOf = (place: Place, id?: string): string =>
  `/operations/${place}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
