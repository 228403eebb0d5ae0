import type { Evidence } from '../../../contact/contact.ts'
import type { NumberUse } from '../../../facts/read/number-use.ts'
import { phoneNumbersIn } from '../../../facts/read/phone-numbers.ts'

/** Whose words the text is, which decides how far a number in it counts. */
export type Voice = 'own' | 'signature' | 'quoted' | 'automatic'

/** The valid phone numbers that stand in a text, each with what the text makes of it as evidence. */
export const phonesIn = (text: string, voice: Voice, region: string): Evidence[] =>
  phoneNumbersIn(text, region)
    .filter(({ isValid }) => isValid)
    .map(({ value, use, isService }) => ({
      identifier: { type: 'phone', value },
      ...weigh(voice, isService ? 'service' : use),
    }))

/** identity.md: a number in the author's own words is asserted (T3); in other people's, or of other people, a hint (T4). */
function weigh(voice: Voice, use: NumberUse | 'service'): Pick<Evidence, 'tier' | 'how'> {
  if (use === 'service') return { tier: 'T4', how: 'service-number' }
  switch (voice) {
    case 'quoted':
      return { tier: 'T4', how: 'quoted-text' }
    case 'automatic':
      return { tier: 'T4', how: 'automatic-mail' }
    case 'signature':
      return { tier: 'T3', how: 'signature' }
    case 'own':
      return use === 'own' ? { tier: 'T3', how: 'stated-in-text' } : { tier: 'T4', how: 'mentioned-in-text' }
    default:
      return voice satisfies never
  }
}
