import { chooseVariant, type Wanted } from './choose-variant.ts'
import type { Macro } from './macro.ts'
import { isVariable, placeholdersIn, type VariableName } from './variables.ts'

/** What a variable says here. `asserted`: it is known only across a link that nobody proved. */
export type MacroValue = { text: string; asserted: boolean }
export type MacroValues = Partial<Record<VariableName, MacroValue>>

/** A variable without a value, and why: nobody knows it, or it may not be told before the link is confirmed. */
export type MissingValue = { variable: VariableName; why: 'unknown' | 'not-confirmed' }

export type RenderedMacro = { language: string; text: string; subject?: string; missing: MissingValue[] }

/**
 * A macro's answer in a language, for a channel. A value that crosses an unproven link is never filled in: its fallback
 * is, as for one that is unknown. What has neither stays as it was written, for a person to see, and is listed in
 * `missing`, once: a text with anything missing must not be sent. Values are inserted as they are; braces in them are
 * no variables. Undefined: there is no variant for the channel.
 */
export function renderMacro(
  macro: Pick<Macro, 'variants'>,
  { values, ...wanted }: Wanted & { values: MacroValues },
): RenderedMacro | undefined {
  const variant = chooseVariant(macro, wanted)
  if (variant === undefined) return undefined
  const missing = new Map<VariableName, MissingValue>()
  const fill = (text: string): string => filled(text, values, missing)
  const text = fill(variant.text)
  const subject = variant.subject === undefined ? undefined : fill(variant.subject)
  return {
    language: variant.language,
    text,
    ...(subject !== undefined && { subject }),
    missing: [...missing.values()],
  }
}

function filled(text: string, values: MacroValues, missing: Map<VariableName, MissingValue>): string {
  let done = ''
  let from = 0
  for (const { variable, fallback, start, end } of placeholdersIn(text)) {
    const value = isVariable(variable) ? values[variable] : undefined
    const said = value === undefined || value.asserted || value.text === '' ? fallback : value.text
    if (said === undefined && isVariable(variable))
      missing.set(variable, { variable, why: value?.asserted === true ? 'not-confirmed' : 'unknown' })
    done += text.slice(from, start) + (said ?? text.slice(start, end))
    from = end
  }
  return done + text.slice(from)
}
