import type { Language, Say, WordKey } from './words.ts'

/** What the API says of a place in a queue, sentence by sentence, and how it is said here. */
const forms: readonly { form: RegExp; say: (parts: string[], tongue: Tongue) => string }[] = [
  {
    form: /^(\w+) contact, (\w+(?: form)?) after (\w+(?: form)?)(?:, (\d+) (min|h|days) waiting)?$/,
    say: ([nth = '', channel = '', other = '', count, unit = ''], tongue) => {
      const given = { nth: nthIn(nth, tongue), channel: channelIn(channel, tongue), other: channelIn(other, tongue) }
      return count === undefined
        ? tongue.say('reason.contact', given)
        : tongue.say('reason.contact-waiting', { ...given, time: timeIn(count, unit, tongue) })
    },
  },
  {
    form: /^was promised an answer (\d+) (min|h|days) ago$/,
    say: ([count = '', unit = ''], tongue) => tongue.say('reason.promised', { time: timeIn(count, unit, tongue) }),
  },
  {
    form: /^an answer was promised by (\S+)$/,
    say: ([at = ''], { say }) => say('reason.broken', { at }),
  },
  {
    form: /^call back (.+) at (\S+)$/,
    say: ([number = '', time = ''], { say }) => say('reason.call', { number, time }),
  },
]

type Tongue = { say: Say; language: Language }

/** A reason of the API in the reader's language; a sentence that is not known stays as it is. */
export const reasonIn = (text: string, tongue: Tongue): string =>
  text
    .split('; ')
    .map(sentence => sentenceIn(sentence, tongue) ?? sentence)
    .join('; ')

function sentenceIn(sentence: string, tongue: Tongue): string | undefined {
  for (const { form, say } of forms) {
    const [whole, ...parts] = form.exec(sentence) ?? []
    if (whole !== undefined) return say(parts, tongue)
  }
  return undefined
}

const ordinals = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const

function nthIn(nth: string, { say }: Tongue): string {
  const known = ordinals.find(one => one === nth)
  return known ? say(`reason.nth.${known}`) : say('reason.nth.more', { count: Number.parseInt(nth, 10) || nth })
}

const channelKeys: Record<string, WordKey> = {
  phone: 'reason.channel.phone',
  mail: 'reason.channel.email',
  mention: 'reason.channel.social',
  message: 'reason.channel.message',
  review: 'reason.channel.review',
  'web form': 'reason.channel.web',
}

function channelIn(name: string, { say }: Tongue): string {
  const key = channelKeys[name]
  return key === undefined ? name : say(key)
}

const units = { min: 'minute', h: 'hour', days: 'day' } as const
const isUnit = (unit: string): unit is keyof typeof units => unit in units

const timeIn = (count: string, unit: string, { language }: Tongue): string =>
  isUnit(unit)
    ? new Intl.NumberFormat(language, { style: 'unit', unit: units[unit], unitDisplay: 'short' }).format(Number(count))
    : `${count} ${unit}`
