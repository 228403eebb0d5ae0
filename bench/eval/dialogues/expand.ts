import type { Random } from '../../world/random.ts'

/**
 * A template is a small grammar: `(a|b|)` is one of its alternatives, nested as deep as wanted, `{slot}` a value. Choosing
 * happens first and values are put in last, so that a value may hold any sign.
 */
export function expand(template: string, random: Random): string {
  let text = template
  for (let inner = innermost.exec(text); inner !== null; inner = innermost.exec(text)) {
    const choice = random.pick((inner[1] ?? '').split('|'))
    text = text.slice(0, inner.index) + choice + text.slice(inner.index + inner[0].length)
  }
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[.,](?: |$)|'(?:m|re|ve) )/g, '')
    .trim()
}

const innermost = /\(([^()]*)\)/

/** The slots a template may need, whatever is chosen. */
export const slotsOf = (template: string): string[] => [...template.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot)

/** A text with its slots filled, each time anew. */
export const fill = (text: string, value: (slot: string) => string): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => value(slot)).replaceAll(/\.\.(?!\.)/g, '.')
