import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'

/** Systems and programs by name and number: "iOS 11.0.3", "version 8.4.22", "Windows 10", "macOS High Sierra". */
const named =
  /(?<![\p{L}\p{N}])(?:(?:ios|ipados|android(?: \p{L}{4,12})?|mac ?os(?: x)?|os x|windows|watchos|tvos|firmware|version|ver\.?|build|fire ?os|wear ?os|ubuntu)(?: version| is| v\.?|:)? ?(\d{1,4}(?:\.\d{1,6}){0,4}(?:\.g[0-9a-f]{6,9})?[a-z]?)(?![\p{L}\p{N}]|\.\d)|(?:mac ?os(?: x)?|os x) (?:el capitan|(?:high )?sierra|mojave|catalina|big sur|monterey|ventura|sonoma|yosemite)|(?:high sierra|el capitan))/giu
/** Whether a value is a version and no model: "ios 10 0", "10 0 1". */
export const isVersion = (value: string): boolean =>
  /^(?:(?:ios|ipados|android|mac ?os(?: x)?|os x|windows|watchos|tvos|firmware|version|ver|build) (?:version )?)?\d+(?: \d+){0,4}$/.test(
    value,
  )

/** Versions of one series: 10.0, 10.0.1 and 10.0.2. */
export const isSameSeries = (a: string, b: string): boolean =>
  isVersion(a) && isVersion(b) && /\d+/.exec(a)?.[0] === /\d+/.exec(b)?.[0]

/** Three numbers at least: two may be a day or a time. */
const bare = /(?<![\p{L}\p{N}./:-])\d{1,3}(?:\.\d{1,5}){2,3}(?:\.g[0-9a-f]{6,9})?(?![\p{L}\p{N}%€$£]|\.\d)/giu

/** Versions of software, which say what somebody uses as a model does. Bare ones count only where they cannot be a date. */
export function versionsIn(text: string): (Found & { kind: 'device' })[] {
  if (!/\d\.\d|ios|os x|mac ?os|watchos|tvos|android|windows|version|build|firmware|ubuntu|sierra|capitan/i.test(text))
    return []
  return [...text.matchAll(named), ...[...text.matchAll(bare)].filter(([written]) => !isDateOrAddress(written))].map(
    ({ 0: written, index }) => ({
      kind: 'device',
      value: plainWords(written),
      start: index,
      end: index + written.length,
    }),
  )
}

/** 1.10.2026, 12.03.24, 192.168.1.1 */
const isDateOrAddress = (written: string): boolean =>
  /^(?:\d{1,2}\.\d{1,2}\.(?:\d{4}|[0-3]\d)|\d{3}\.\d{3}\.\d{3,4})$/.test(written) ||
  /^(?:\d{1,3}\.){3}\d{1,3}$/.test(written)
