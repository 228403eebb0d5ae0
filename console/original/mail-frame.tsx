import { useEffect, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.ts'
import type { Original } from '../client/api.ts'
import { useSay } from '../words/words.ts'
import { drawMail } from './draw-mail.ts'
import { loadPictures } from './load-pictures.ts'

/**
 * Nothing in it runs: it may not run scripts. It keeps the console's origin so that the console, and no script of its
 * own, can draw it, measure it and set its styles; a link that somebody presses opens outside of the sandbox.
 */
const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'

const [lowest, highest] = [60, 20_000]

/** A mail as its author made it look, in a frame without scripts and without a network. */
export function MailFrame({ contact, original, name }: { contact: string; original: Original; name: string }) {
  const say = useSay()
  const { frame, height, remote, failed, enter } = useDrawnMail(contact, original)
  return (
    <>
      {remote > 0 && (
        <p className="quiet" role="note">
          {remote === 1 ? say('original.remote-one') : say('original.remote', { count: remote })}
        </p>
      )}
      {failed && <p className="quiet">{say('original.missing')}</p>}
      <iframe
        ref={frame}
        className="original-frame"
        title={name}
        sandbox={sandbox}
        referrerPolicy="no-referrer"
        style={{ height }}
        onLoad={enter}
      />
    </>
  )
}

function useDrawnMail(contact: string, original: Original) {
  const { api } = useConsole()
  const quoted = useSay()('entry.quoted')
  const frame = useRef<HTMLIFrameElement>(null)
  const [seen, setSeen] = useState({ height: lowest, remote: 0, failed: false })
  /** Browsers may put a new document into an empty frame when it has loaded: then the mail is drawn again. */
  const [document, setDocument] = useState<Document>()
  const enter = () => setDocument(frame.current?.contentDocument ?? undefined)
  useEffect(() => setDocument(frame.current?.contentDocument ?? undefined), [])
  useEffect(() => {
    if (!document?.body) return undefined
    const stop = new AbortController()
    const { own, remote } = drawMail(document, original, { dark: isDark(), quoted })
    setSeen(now => ({ ...now, remote }))
    loadPictures(own, part => api.readPart(contact, part, {}, stop.signal)).then(
      all => setSeen(now => ({ ...now, failed: !all && !stop.signal.aborted })),
      () => setSeen(now => ({ ...now, failed: !stop.signal.aborted })),
    )
    const observer = new ResizeObserver(() => setSeen(now => ({ ...now, height: heightOf(document) })))
    observer.observe(document.body.firstElementChild ?? document.body)
    return () => {
      stop.abort()
      observer.disconnect()
    }
  }, [api, contact, original, quoted, document])
  return { frame, ...seen, enter }
}

/** Of the mail itself: the body of a page without a doctype is as high as its frame. */
function heightOf({ body, documentElement }: Document): number {
  const scrollbar = documentElement.scrollWidth > documentElement.clientWidth ? 16 : 0
  const mail = body.firstElementChild?.getBoundingClientRect().height ?? 0
  return Math.min(highest, Math.max(lowest, mail + margins + scrollbar))
}

const margins = 24

const isDark = (): boolean => window.document.body.classList.contains('awsui-dark-mode')
