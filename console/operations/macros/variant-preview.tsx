import Box from '@cloudscape-design/components/box'
import { isVariable, placeholdersIn, type VariableName } from '../../../core/macro/variables.ts'
import { useSay } from '../../words/words.ts'
import type { Variant } from './variant-fields.tsx'

/** Somebody who does not exist: an operator sees no customers. */
const example: Record<VariableName, string> = {
  'customer.name': 'Alice Example',
  'customer.firstName': 'Alice',
  'agent.name': 'Anna Müller',
  'agent.firstName': 'Anna',
  brand: 'Kettles',
  'conversation.reference.order': '4471882',
  'conversation.reference.case': 'C-2041',
  'conversation.reference.tracking': 'JD0146000034',
  'conversation.reference.invoice': 'R-1107',
  'promise.by': '2026-03-04',
}

/** How the answer reads to an invented customer. What is no variable stays as it is written, and the API refuses it. */
export function exampleText(text: string): string {
  return placeholdersIn(text).reduceRight(
    (left, { variable, start, end }) =>
      isVariable(variable) ? left.slice(0, start) + example[variable] + left.slice(end) : left,
    text,
  )
}

export function VariantPreview({ variant: { subject, text } }: { variant: Variant }) {
  const say = useSay()
  return (
    <section aria-label={say('ops.preview')}>
      <Box variant="awsui-key-label">{say('ops.macro.preview')}</Box>
      <div className="macro-preview" dir="auto">
        {subject !== undefined && <strong>{exampleText(subject)}</strong>}
        {text === '' ? <span className="quiet">{say('ops.macro.nothing')}</span> : exampleText(text)}
      </div>
    </section>
  )
}
