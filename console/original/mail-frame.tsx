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
  const { frame, height, remote, failed, draw } = useDrawnMail(contact, original)
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
        onLoad={draw}
      />
    </>
  )
}

function useDrawnMail(contact: string, original: Original) {
  const { api } = useConsole()
  const quoted = useSay()('entry.quoted')
  const frame = useRef<HTMLIFrameElement>(null)
  const [seen, setSeen] = useState({ height: lowest, remote: 0, failed: false })
  /** Some browsers put a new document into an empty frame when it has loaded; then it is drawn again. */
  const [loads, setLoads] = useState(0)
  useEffect(() => {
    const document = frame.current?.contentDocument
    if (!document?.body || (loads > 0 && document.head.childNodes.length > 0)) return undefined
    const stop = new AbortController()
    const { own, remote } = drawMail(document, original, { dark: isDark(), quoted })
    setSeen(now => ({ ...now, remote }))
    loadPictures(own, part => api.readPart(contact, part, {}, stop.signal)).then(
      all => setSeen(now => ({ ...now, failed: !all && !stop.signal.aborted })),
      () => setSeen(now => ({ ...now, failed: !stop.signal.aborted })),
    )
    const observer = new ResizeObserver(() => setSeen(now => ({ ...now, height: heightOf(document) })))
    observer.observe(document.body)
    return () => {
      stop.abort()
      observer.disconnect()
    }
  }, [api, contact, original, quoted, loads])
  return { frame, ...seen, draw: () => setLoads(now => now + 1) }
}

const heightOf = ({ body, documentElement }: Document): number => {
  const margins = documentElement.offsetHeight - documentElement.clientHeight
  return Math.min(highest, Math.max(lowest, body.offsetHeight + 24 + Math.max(0, margins)))
}

const isDark = (): boolean => document.body.classList.contains('awsui-dark-mode')
