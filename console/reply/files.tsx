import Button from '@cloudscape-design/components/button'
import Icon from '@cloudscape-design/components/icon'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type ReactNode, useRef, useState } from 'react'
import { sizeText } from '../entries/size-text.ts'
import { useSay, useWords } from '../words/words.ts'
import type { Uploading } from './use-files.ts'
import type { AnswerFile } from './written.ts'

export type FileListProps = {
  files: readonly AnswerFile[]
  uploads: readonly Uploading[]
  onRemove: (id: string) => void
  onDrop: (key: number) => void
}

/** The files that go along, those on their way with how far they are, and those that are not taken. */
export function FileList({ files, uploads, onRemove, onDrop }: FileListProps) {
  const say = useSay()
  if (files.length + uploads.length === 0) return null
  return (
    <ul className="files" aria-label={say('file.list')}>
      {files.map(({ id, name, bytes }) => (
        <FileLine key={id} name={name} bytes={bytes} onRemove={() => onRemove(id)} />
      ))}
      {uploads.map(({ key, name, bytes, share, failure }) => (
        <FileLine key={key} name={name} bytes={bytes} onRemove={() => onDrop(key)}>
          {failure === undefined ? (
            <progress value={share} max={1} aria-label={say('file.sending', { name })} />
          ) : (
            <span role="alert">
              <StatusIndicator type="error" wrapText>
                {failure}
              </StatusIndicator>
            </span>
          )}
        </FileLine>
      ))}
    </ul>
  )
}

type FileLineProps = { name: string; bytes: number; onRemove: () => void; children?: ReactNode }

function FileLine({ name, bytes, onRemove, children }: FileLineProps) {
  const { say, language } = useWords()
  const shown = name === '' ? say('file.unnamed') : name
  return (
    <li>
      <Icon name="file" variant="subtle" />
      <span className="breakable" dir="auto">
        {shown}
      </span>
      {bytes > 0 && <span className="quiet">{sizeText(bytes, language)}</span>}
      {children}
      <Button
        variant="inline-icon"
        iconName="close"
        ariaLabel={say('file.remove', { name: shown })}
        onClick={onRemove}
      />
    </li>
  )
}

/** Opens the machine's own dialog to choose files. */
export function ChooseFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say('file.choose')}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button iconName="upload" onClick={() => input.current?.click()}>
        {say('file.choose')}
      </Button>
    </>
  )
}

/** Takes files that are dropped on what is inside, or pasted there. */
export function DropFiles({ onFiles, children }: { onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const say = useSay()
  const [over, setOver] = useState(false)
  return (
    <section
      aria-label={say('reply.area')}
      className={over ? 'drop over' : 'drop'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
      onPaste={event => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        onFiles([...event.clipboardData.files])
      }}
    >
      {children}
    </section>
  )
}
