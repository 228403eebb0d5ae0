import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { Moment } from '../words/moment.tsx'
import { useWords } from '../words/words.ts'
import type { Checked } from './checks.ts'

/** From so much of what is allowed on, also a long mail says how long it is. */
const nearly = 0.8

/** How long the answer is, how long it may be, and until when it may be given. */
export function Limits({ checked: { length, until, isOver } }: { checked: Checked }) {
  const { say, language } = useWords()
  const number = new Intl.NumberFormat(language)
  const isShown = length && (length.limit <= 10_000 || length.actual > nearly * length.limit)
  return (
    <span className="limits">
      {isShown && (
        <span className={length.actual > length.limit ? 'count over' : 'count'} title={say(`unit.${length.unit}`)}>
          {say('reply.count', { actual: number.format(length.actual), limit: number.format(length.limit) })}
        </span>
      )}
      {until !== undefined && !isOver && (
        <Box variant="small" color="text-body-secondary">
          {say('reply.until')} <Moment at={until} style="clock" />
        </Box>
      )}
    </span>
  )
}

/** What speaks against sending, each with what to do; said aloud as soon as it is there. */
export function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <div role="status" className="problems">
      {problems.map(problem => (
        <StatusIndicator key={problem} type="error" wrapText>
          {problem}
        </StatusIndicator>
      ))}
    </div>
  )
}
