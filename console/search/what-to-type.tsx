import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import { useSay } from '../words/words.ts'

/** Ways to write what is known of somebody; the numbers are set aside for examples (ofcom.org.uk, drama numbers). */
const examples = [
  ['phone', '020 7946 0018 · +44 20 7946 0018'],
  ['address', 'alice@example.com'],
  ['handle', '@alice'],
  ['name', 'Alice Archer · Arch'],
  ['order', 'LF-1029384'],
  ['words', 'broken kettle'],
] as const

/** Before anything is typed: what can be. */
export function WhatToType() {
  const say = useSay()
  return (
    <Container>
      <Box variant="h2">{say('search.empty')}</Box>
      <p>{say('search.everything')}</p>
      <dl className="examples">
        {examples.map(([kind, example]) => (
          <div key={kind}>
            <dt>{say(`search.by.${kind}`)}</dt>
            <dd>
              <code>{example}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Container>
  )
}
