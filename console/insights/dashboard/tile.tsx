import Link from '@cloudscape-design/components/link'
import { useFollow } from '../../app/router.tsx'
import { Failed, Loading } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import type { AskedQuery } from '../asked.ts'
import { BigFigure } from '../report/figure-cards.tsx'
import { useTexts } from '../texts/texts.ts'
import { useReport } from '../use-report.ts'
import { Spark } from './spark.tsx'

type TileProps = { report: string; figure: string; query: AskedQuery; href: string }

/** One figure, large, with its series, and the report that it is from. */
export function Tile({ report: name, figure: id, query, href }: TileProps) {
  const say = useSay()
  const follow = useFollow()
  const texts = useTexts()
  const answer = useReport(name, query)
  const figure = answer.data?.figures.find(one => one.id === id)
  if (answer.error)
    return (
      <li>
        <Failed error={answer.error} what={name} onRetry={() => void answer.refetch()} />
      </li>
    )
  if (!answer.data)
    return (
      <li className="tile">
        <Loading what={say('insights.loading')} />
      </li>
    )
  if (figure === undefined) return null
  const told = texts.figure(figure)
  return (
    <li className="tile" title={told.definition}>
      <Link href={href} onFollow={follow} fontSize="heading-s">
        {texts.report(answer.data).title}
      </Link>
      <span className="quiet">{told.title}</span>
      <BigFigure figure={told} row={answer.data.totals.find(row => row.figure === id)} />
      <Spark values={answer.data.rows.filter(row => row.figure === id).map(({ value }) => value)} />
    </li>
  )
}
