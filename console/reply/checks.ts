import { placeholdersIn } from '../../core/macro/variables.ts'
import { type Breach, breachesOf, lengthOf, type TextLength, windowOf } from '../../core/reply/rules.ts'
import type { Say } from '../words/words.ts'
import type { Way } from './ways.ts'
import type { AnswerFile, Written } from './written.ts'

/** What the network makes of an answer: how long it is, what speaks against it, and until when it may be given. */
export type Checked = { length: TextLength | undefined; problems: string[]; until: string | undefined; isOver: boolean }

const contentOf = ({ text, files }: Pick<Written, 'text' | 'files'>) => ({
  text,
  attachments: files.map(file => ({ ...file, object: file.id })),
})

/** The rules of the network while somebody writes. That nothing is written yet is no fault. */
export function check(written: Written, { network, form, lastInboundAt }: Way, now: number, say: Say): Checked {
  const content = contentOf(written)
  const until = windowOf(network, form, lastInboundAt)
  const isOver = until !== undefined && Date.parse(until) < now
  const breaches = breachesOf(network, form, content).filter(({ rule }) => rule !== 'empty' && rule !== 'media-size')
  const unit = lengthOf(network, form, content)?.unit
  const gaps = [...new Set(placeholdersIn(written.text).map(({ variable }) => variable))]
  return {
    length: lengthOf(network, form, content),
    problems: [
      ...(isOver ? [say('reply.over')] : []),
      ...breaches
        .filter(({ rule }) => rule !== 'media-type')
        .map(breach => breachText(breach, unit === 'bytes', network, say)),
      ...written.files.flatMap(file => fileProblem(file, { network, form }, say)),
      ...togetherProblem(written, { network, form }, say),
      ...(gaps.length > 0 ? [say('reply.gaps', { names: gaps.join(', ') })] : []),
    ],
    until,
    isOver,
  }
}

/** What speaks against one file, by its name; an empty list where nothing does or nothing is known of it. */
export function fileProblem(file: AnswerFile, { network, form }: Pick<Way, 'network' | 'form'>, say: Say): string[] {
  if (file.bytes === 0) return []
  return breachesOf(network, form, contentOf({ text: '', files: [file] })).flatMap(({ rule, limit }) => {
    if (rule === 'media-type') return [say('rule.media-type', { name: file.name, network: say(`network.${network}`) })]
    return rule === 'media-size' ? [say('rule.media-size', { name: file.name, limit: megabytes(limit) })] : []
  })
}

/** Each may go alone, but not all with one answer. */
function togetherProblem({ files }: Written, { network, form }: Pick<Way, 'network' | 'form'>, say: Say): string[] {
  const alone = files.flatMap(file => fileProblem(file, { network, form }, say))
  const [found] = breachesOf(network, form, contentOf({ text: '', files })).filter(({ rule }) => rule === 'media-size')
  return found && alone.length === 0 ? [say('rule.media-together', { limit: megabytes(found.limit) })] : []
}

const megabytes = (bytes = 0): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')

function breachText({ rule, limit = 0, actual = 0 }: Breach, inBytes: boolean, network: Way['network'], say: Say) {
  const given = { limit, actual, over: actual - limit, network: say(`network.${network}`) }
  return rule === 'length' && inBytes ? say('rule.length-bytes', given) : say(`rule.${rule}`, given)
}
