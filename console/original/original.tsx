import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { ApiProblem } from '../client/problem.ts'
import { WordsOf } from '../entries/words-of.tsx'
import { Loading, reasonOf } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { MailFrame } from './mail-frame.tsx'
import { Parts } from './parts.tsx'
import './original.css'

/** The original of a mail, asked for when somebody wants to see it. */
export default function Original({ contact, subject }: { contact: string; subject: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data, error } = useQuery({
    queryKey: ['original', contact],
    queryFn: ({ signal }) => api.readOriginal(contact, signal),
    // It never changes, and it is large.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })
  if (error instanceof ApiProblem && error.status === 404) return <p role="alert">{error.detail}</p>
  if (error !== null) return <p role="alert">{reasonOf(error, say)}</p>
  if (data === undefined) return <Loading what={say('original.loading')} />
  const name = subject === '' ? say('original.name') : say('original.of', { subject })
  return (
    <section className="original" aria-label={name}>
      {data.cut && <p className="quiet">{say('original.cut')}</p>}
      {data.html === undefined ? (
        <WordsOf text={data.text} truncated={undefined} />
      ) : (
        <MailFrame contact={contact} original={data} name={name} />
      )}
      <Parts contact={contact} parts={data.parts} />
    </section>
  )
}
