import { Fragment } from 'react'
import { Moment } from './moment.tsx'
import { reasonIn } from './reasons.ts'
import { useWords } from './words.ts'

const instant = /(\d{4}-\d{2}-\d{2}T[\d:.]+Z)/

/** A reason of the API in the reader's language. */
export function Reason({ text }: { text: string }) {
  return <WithMoments text={reasonIn(text, useWords())} />
}

/** A sentence, with the instants in it as the reader knows times. */
export function WithMoments({ text }: { text: string }) {
  return text.split(instant).map((part, at) => {
    const key = `${at} ${part}`
    return instant.test(part) ? <Moment key={key} at={part} style="clock" /> : <Fragment key={key}>{part}</Fragment>
  })
}
