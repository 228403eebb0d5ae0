import Button from '@cloudscape-design/components/button'
import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { wayOf } from '../../core/original/way.ts'
import { useMay } from '../app/console-context.ts'
import type { ContactOf } from '../data/entries.ts'
import { useSay } from '../words/words.ts'

/** The sanitiser is large, and most mails are never opened so. */
const Original = lazy(() => import('./original.tsx'))

/** Opens and closes the original of a mail, where there is one and the person may see it. */
export function ShowOriginal({ entry: { id, subject = '', rawRef, deletedAt } }: { entry: ContactOf }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (deletedAt !== undefined || rawRef === undefined || wayOf(rawRef) === undefined || !may('readOriginal'))
    return null
  return (
    <div>
      <Button variant="inline-link" onClick={() => setOpen(!open)} ariaExpanded={open}>
        {open ? say('original.hide') : say('original.show')}
      </Button>
      {open && (
        <CatchBoundary getResetKey={() => id} errorComponent={Unshown}>
          <Suspense fallback={<p className="quiet">{say('original.loading')}</p>}>
            <Original contact={id} subject={subject} />
          </Suspense>
        </CatchBoundary>
      )}
    </div>
  )
}

/** A mail that cannot be drawn leaves the timeline around it as it is. */
function Unshown() {
  const say = useSay()
  return <p role="alert">{say('failed.here')}</p>
}
