import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { type Say, useSay } from '../words/words.ts'
import { addressesIn, mostCopies, notAddresses } from './copies.ts'
import type { Change, Written } from './written.ts'

/** Who else gets the mail. It is out of the way until somebody wants it. */
export function CopiesField({ written, onChange }: { written: Written; onChange: Change }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (!open && !written.cc)
    return (
      <div>
        <Button variant="inline-link" onClick={() => setOpen(true)}>
          {say('cc.add')}
        </Button>
      </div>
    )
  return (
    <FormField label={say('cc.label')} constraintText={say('cc.about')} errorText={problemOf(written.cc, say)}>
      <Input
        value={written.cc ?? ''}
        autoFocus={open}
        inputMode="email"
        spellcheck={false}
        onChange={({ detail }) => onChange(now => ({ ...now, cc: detail.value || undefined, dirty: true }))}
      />
    </FormField>
  )
}

/** What speaks against the copies, in words for whoever writes them. */
function problemOf(cc: string | undefined, say: Say): string | undefined {
  const wrong = notAddresses(cc)
  if (wrong.length > 0) return say('cc.wrong', { addresses: wrong.join(', ') })
  return addressesIn(cc).length > mostCopies ? say('cc.too-many', { most: mostCopies }) : undefined
}
