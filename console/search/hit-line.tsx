import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useFollow } from '../app/router.tsx'
import type { Excerpt, Hits } from '../client/api.ts'
import { nameOfParty } from '../customer/customer-name.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'

type Hit = Hits['items'][number]

/** A contact that was found, and where what was typed stands in it. */
export function HitLine({ hit }: { hit: Hit }) {
  const say = useSay()
  const follow = useFollow()
  const title = hit.subject ?? say(`kind.${hit.kind}`)
  return (
    <SpaceBetween size="xxxs">
      {hit.customer === undefined ? (
        <Box variant="strong">{title}</Box>
      ) : (
        <Link href={`/customers/${hit.customer}?entry=${encodeURIComponent(hit.id)}`} onFollow={follow}>
          {title}
        </Link>
      )}
      <Box color="text-body-secondary" variant="small">
        {nameOfParty(hit.from)} · {say(`kind.${hit.kind}`)} · <Moment at={hit.sortAt} style="clock" />
      </Box>
      {hit.excerpts.slice(0, 2).map(excerpt => (
        <Box key={`${excerpt.field} ${excerpt.text}`}>
          <Marked excerpt={excerpt} />
        </Box>
      ))}
    </SpaceBetween>
  )
}

/** The text with what was found in it marked. */
export function Marked({ excerpt: { text, marks } }: { excerpt: Excerpt }) {
  const parts: ReactNode[] = []
  let from = 0
  for (const { start, end } of marks) {
    if (start < from) continue
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return (
    <span dir="auto">
      {parts}
      {text.slice(from)}
    </span>
  )
}
