import { useRef, useState } from 'react'
import { attachmentRefusal, mostBytes } from '../../core/attachment/attachment.ts'
import { useConsole } from '../app/console-context.ts'
import { reasonOf } from '../states/states.tsx'
import { type Say, useSay } from '../words/words.ts'
import { fileProblem } from './checks.ts'
import { UploadFailed, upload } from './upload.ts'
import type { Way } from './ways.ts'
import type { AnswerFile } from './written.ts'

/** A file on its way to the API, or one that is not taken and why. */
export type Uploading = { key: number; name: string; bytes: number; share: number; failure?: string }

const numbers = { last: 0 }

/** Takes files: what is not taken is said at once, everything else leaves with its progress shown. */
export function useFiles(way: Way | undefined, onFile: (file: AnswerFile) => void) {
  const say = useSay()
  const { api } = useConsole()
  const [uploads, setUploads] = useState<readonly Uploading[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const put = (key: number, change: Partial<Uploading>) =>
    setUploads(all => all.map(one => (one.key === key ? { ...one, ...change } : one)))
  const drop = (key: number) => {
    stops.current.get(key)?.abort()
    setUploads(all => all.filter(one => one.key !== key))
  }
  const send = async (key: number, file: File, signal: AbortSignal) => {
    try {
      const announced = await api.announceFile(announcement(file), signal)
      await upload(announced.uploadUrl, file, share => put(key, { share }), signal)
      drop(key)
      onFile({ id: announced.id, name: announced.name, mediaType: typeOf(file), bytes: file.size })
    } catch (error) {
      if (!signal.aborted) put(key, { failure: failureText(error, say) })
    }
  }
  const add = (files: readonly File[]) => {
    for (const file of files) {
      numbers.last += 1
      const key = numbers.last
      const failure = refusalOf(file, way, say)
      setUploads(all => [...all, { key, name: file.name, bytes: file.size, share: 0, ...(failure && { failure }) }])
      if (failure !== undefined) continue
      const stop = new AbortController()
      stops.current.set(key, stop)
      void send(key, file, stop.signal)
    }
  }
  return { uploads, add, drop }
}

const typeOf = ({ type }: File): string => (type === '' ? 'application/octet-stream' : type)

const announcement = (file: File) => ({ name: file.name, mediaType: typeOf(file), bytes: file.size })

/** Why a file is not even uploaded. */
export function refusalOf(file: File, way: Way | undefined, say: Say): string | undefined {
  if (file.size === 0) return say('file.empty')
  if (file.size > mostBytes) return say('file.too-large', { limit: mostBytes / 1024 / 1024 })
  if (attachmentRefusal(file.name, typeOf(file)) !== undefined) return say('file.program')
  if (way === undefined) return undefined
  const [problem] = fileProblem({ id: '', name: file.name, mediaType: typeOf(file), bytes: file.size }, way, say)
  return problem
}

function failureText(error: unknown, say: Say): string {
  if (error instanceof UploadFailed) return say('file.not-arrived')
  return error instanceof Error ? reasonOf(error, say) : say('failed.here')
}
