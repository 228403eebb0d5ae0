import type { MailLanguage } from '../../saved-report/saved-report.ts'

const again = {
  en: 'Each of them is a customer who was not helped the first time.',
  de: 'Hinter jedem steht jemand, dem beim ersten Mal nicht geholfen wurde.',
}
const sound = {
  en: 'How contacts sound, as the classifier reads them.',
  de: 'Wie Kontakte klingen, so wie es die Auswertung liest.',
}

/** Why a figure matters, in a sentence that somebody reads who does not live in reports. */
const reasons: Record<string, Record<MailLanguage, string>> = {
  'first-kept': {
    en: 'Whoever hears nothing writes again, on another channel.',
    de: 'Wer nichts hört, schreibt noch einmal, auf einem anderen Kanal.',
  },
  'next-kept': {
    en: 'A second wait weighs more than the first.',
    de: 'Ein zweites Mal zu warten wiegt schwerer als das erste.',
  },
  'resolution-kept': {
    en: 'Matters that stay open come back as repeat contacts.',
    de: 'Was offen bleibt, kommt als erneuter Kontakt wieder.',
  },
  'first-contact': {
    en: 'One contact that settles it is the best service there is, and the cheapest.',
    de: 'Ein Kontakt, der genügt, ist der beste Service, den es gibt, und der günstigste.',
  },
  'one-touch': { en: 'Fewer answers for the same matter.', de: 'Weniger Antworten für dasselbe Anliegen.' },
  'repeats-7': again,
  'repeats-15': again,
  'repeats-30': again,
  'switch-rate': {
    en: 'Who changes the channel has lost faith in the one before.',
    de: 'Wer den Kanal wechselt, traut dem vorigen nicht mehr.',
  },
  csat: {
    en: 'What customers say themselves, when they are asked.',
    de: 'Was Kunden selbst sagen, wenn man sie fragt.',
  },
  positive: sound,
  negative: sound,
}

export const whyItMatters = (language: MailLanguage, figure: string): string | undefined => reasons[figure]?.[language]
