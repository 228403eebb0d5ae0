/** What a macro may name, and what each stands for. */
export const variables = {
  'customer.name': 'what the customer is called',
  'customer.firstName': 'the first of their names',
  'agent.name': 'who answers',
  'agent.firstName': 'the first name of who answers',
  brand: 'the brand that was written to',
  'conversation.reference.order': 'the order number of the matter',
  'conversation.reference.case': 'the case number of the matter',
  'conversation.reference.tracking': 'the tracking number of the matter',
  'conversation.reference.invoice': 'the invoice number of the matter',
  'promise.by': 'the day by which an answer was promised',
} as const
export type VariableName = keyof typeof variables

export const variableNames = Object.keys(variables).flatMap(name => (isVariable(name) ? [name] : []))

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(variables, name)
}

/** A variable in a text: `{{customer.firstName|there}}` says `there` where the name is not known. */
export type Placeholder = { variable: string; fallback?: string; start: number; end: number }

const longestName = 64
const longestFallback = 200
const written = new RegExp(
  `\\{\\{[ \\t]{0,4}([\\p{L}\\p{N}.]{1,${longestName}})[ \\t]{0,4}(?:\\|([^{}|\\n]{0,${longestFallback}}))?\\}\\}`,
  'gu',
)

/** The variables of a text in its order; offsets are UTF-16. */
export const placeholdersIn = (text: string): Placeholder[] =>
  [...text.matchAll(written)].map(({ 0: whole, 1: variable = '', 2: fallback, index }) => ({
    variable,
    start: index,
    end: index + whole.length,
    ...(fallback !== undefined && { fallback: fallback.trim() }),
  }))

/** What is wrong with the variables of a text, in a sentence that says what to write instead; undefined: nothing. */
export function variableError(text: string): string | undefined {
  const found = placeholdersIn(text)
  if (found.some(({ variable }) => !isVariable(variable)))
    return `names a variable that is not known; known are ${variableNames.join(', ')}`
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  return /\{\{|\}\}/.test(rest)
    ? 'has braces that are no variable; write {{brand}} or {{brand|another word}}'
    : undefined
}
