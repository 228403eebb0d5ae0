import type { Identifier } from '../../contact/identifier.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Cdr } from './cdr-columns.ts'
import { phoneIdentifier } from './phone-number.ts'

/**
 * Who is at an end of a call: somebody outside with a number, somebody outside whom no number names (withheld, masked,
 * mistyped), or the company itself (an extension, a feature code, an own number).
 */
export type CdrEnd =
  | { who: 'outside'; identifier: Identifier }
  | { who: 'unnamed' }
  | { who: 'inside'; extension: string }

export type CdrEnds = { caller: CdrEnd; callee: CdrEnd }

/** The caller's channel tells more than its number, since an extension may call out under any number. */
export function cdrEnds(cdr: Cdr, source: Source): CdrEnds {
  const extension = channelExtension(cdr.get('channel'))
  const src = cdr.get('src') ?? /<([^>]*)>/.exec(cdr.get('clid') ?? '')?.[1] ?? ''
  return {
    caller: extension === undefined ? endOf(src, source) : { who: 'inside', extension },
    callee: endOf(cdr.get('dst') ?? 's', source),
  }
}

/** `PJSIP/1115-0000002f` and `SIP/105-00000001` are the devices of extensions; `PJSIP/trunk-1-00000a` is a trunk. */
export const channelExtension = (channel: string | undefined): string | undefined =>
  /^[A-Za-z0-9]+\/(\d{2,6})-[0-9a-f]+$/i.exec(channel ?? '')?.[1]

function endOf(number: string, source: Source): CdrEnd {
  if (isShort.test(number)) return { who: 'inside', extension: number }
  const identifier = phoneIdentifier(number, source.defaultRegion)
  if (identifier === undefined) {
    const unnamed = isUnusable.test(number) || isWithheldWord(number)
    return unnamed ? { who: 'unnamed' } : { who: 'inside', extension: number }
  }
  return isOwn(source, identifier) ? { who: 'inside', extension: number } : { who: 'outside', identifier }
}

/** Up to six digits: an extension, whatever short numbers the country has. */
const isShort = /^\d{1,6}$/
/** A number of some length with a masked or a wrong digit, or none at all. */
const isUnusable = /^$|^\+?\d[\dxX*.\s()-]{5,}$/

/** The words that telephone systems write in place of a number that the caller withholds. */
export const isWithheldWord = (text: string): boolean =>
  /\b(anonymous|restricted|unknown|private|unavailable|withheld|blocked)\b/i.test(text)
