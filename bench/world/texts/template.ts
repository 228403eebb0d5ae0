import type { Random } from '../random.ts'

type Part = { text: string } | { slot: string } | { choices: string[] }

const parsed = new Map<string, readonly Part[]>()

function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template)
  if (known) return known
  const parts = template.split(/\{([^{}]*)\}/).map((piece, at): Part => {
    if (at % 2 === 0) return { text: piece }
    return piece.includes('|') ? { choices: piece.split('|') } : { slot: piece }
  })
  parsed.set(template, parts)
  return parts
}

export type Slots = Readonly<Record<string, string | undefined>>

/** The slots a template needs, so that a sentence can be chosen whose facts are known. */
export const slotsOf = (template: string): string[] =>
  partsOf(template).flatMap(part => ('slot' in part ? [part.slot] : []))

export const fillable = (template: string, slots: Slots): boolean =>
  slotsOf(template).every(slot => slots[slot] !== undefined)

/** The sentence with its slots filled and a wording chosen. Throws when a slot has no value: a mistake of a phrase book. */
export function fill(template: string, slots: Slots, random: Random): string {
  return partsOf(template)
    .map(part => {
      if ('text' in part) return part.text
      if ('choices' in part) return random.pick(part.choices)
      const value = slots[part.slot]
      if (value === undefined) throw new Error(`no value for {${part.slot}} in: ${template}`)
      return value
    })
    .join('')
}
