import { Fragment } from 'react'
import { Moment } from './moment.tsx'

const instant = /(\d{4}-\d{2}-\d{2}T[\d:.]+Z)/

/** A sentence of the API, with the instants in it as the reader knows times. */
export function Reason({ text }: { text: string }) {
  return text.split(instant).map((part, at) => {
    const key = `${at} ${part}`
    return instant.test(part) ? <Moment key={key} at={part} style="clock" /> : <Fragment key={key}>{part}</Fragment>
  })
}
