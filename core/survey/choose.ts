import type { Contact } from '../contact/contact.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { type SurveySettings, surveyChannels } from './settings.ts'
import type { Resolution, Surveyed, SurveyKind } from './survey.ts'

/** Why nobody is asked. `early`: not yet, and to be looked at again; everything else is for good. */
export type Unasked =
  | 'early'
  | 'late'
  | 'not-resolved-since'
  | 'nobody-wrote'
  | 'automatic'
  | 'not-on-this-channel'
  | 'asked-lately'
  | 'left-out'

export type Choice = { ask: SurveyKind } | { skip: Unasked }

export type Choosing = {
  id: string
  resolution: Resolution
  conversation: Conversation
  /** The customer's latest contact in it. */
  latest: Contact | undefined
  /** What each stream of the customer was asked last. */
  surveyed: Surveyed[]
  settings: SurveySettings
  at: string
}

const minute = 60_000
const day = 1440 * minute

/** Whether to ask about a resolved conversation, and what. A pure function: asked again, it says the same. */
export function chooseSurvey(choosing: Choosing): Choice {
  const skip = whyNot(choosing) ?? lately(choosing) ?? kindOf(choosing)
  return skip === 'csat' || skip === 'nps' ? { ask: skip } : { skip }
}

function whyNot({ resolution, conversation, latest, settings, at, id }: Choosing): Unasked | undefined {
  const waited = Date.parse(at) - Date.parse(resolution.at) - settings.csat.afterMinutes * minute
  if (waited < 0) return 'early'
  if (waited > day) return 'late'
  const { status, since, joinedInto } = conversation
  if (status !== 'resolved' || since !== resolution.at || joinedInto !== undefined) return 'not-resolved-since'
  if (latest === undefined) return 'nobody-wrote'
  if (latest.automatic !== undefined) return 'automatic'
  const channel = surveyChannels.find(one => one === latest.channel)
  if (channel === undefined || !settings.csat.channels.includes(channel)) return 'not-on-this-channel'
  return shareOf(id) < settings.share ? undefined : 'left-out'
}

function lately({ surveyed, settings, at }: Choosing): Unasked | undefined {
  const since = Date.parse(at) - settings.perCustomerDays * day
  return surveyed.some(last => Date.parse(last.at) > since) ? 'asked-lately' : undefined
}

/** Whether somebody would recommend us is asked seldom, so it goes first when its time has come. */
function kindOf({ surveyed, settings: { nps, csat }, at }: Choosing): SurveyKind | Unasked {
  const since = Date.parse(at) - nps.everyDays * day
  const due = nps.active && !surveyed.some(({ npsAt }) => npsAt !== undefined && Date.parse(npsAt) > since)
  if (due) return 'nps'
  return csat.active ? 'csat' : 'asked-lately'
}

/** Where an id lies between 0 and 1: ids are hashes, so every share of them is as good as drawn by lot. */
const shareOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16) / 2 ** 32
