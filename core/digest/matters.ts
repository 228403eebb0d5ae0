/** Why a figure matters, in a sentence that somebody reads who does not live in reports. */
const reasons: Record<string, string> = {
  'first-kept': 'Whoever hears nothing writes again, on another channel.',
  'next-kept': 'A second wait weighs more than the first.',
  'resolution-kept': 'Matters that stay open come back as repeat contacts.',
  'first-contact': 'One contact that settles it is the best service there is, and the cheapest.',
  'one-touch': 'Fewer answers for the same matter.',
  'repeats-7': 'Each of them is a customer who was not helped the first time.',
  'repeats-15': 'Each of them is a customer who was not helped the first time.',
  'repeats-30': 'Each of them is a customer who was not helped the first time.',
  'switch-rate': 'Who changes the channel has lost faith in the one before.',
  csat: 'What customers say themselves, when they are asked.',
  positive: 'How contacts sound, as the classifier reads them.',
  negative: 'How contacts sound, as the classifier reads them.',
}

export const whyItMatters = (figure: string): string | undefined => reasons[figure]
