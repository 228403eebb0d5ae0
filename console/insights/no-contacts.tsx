import Button from '@cloudscape-design/components/button'
import { useMay } from '../app/console-context.ts'
import { useGo } from '../app/router.tsx'
import { Empty } from '../states/states.tsx'
import { useSay } from '../words/words.ts'

/** There is nothing to tell a figure from: what to do next, by what the person may do. */
export function NoContacts() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const mayConnect = may('setSource')
  return (
    <Empty
      title={say('insights.empty')}
      action={
        mayConnect ? <Button onClick={() => go('/operations/sources')}>{say('insights.connect')}</Button> : undefined
      }
    >
      {say(mayConnect ? 'insights.empty-connect' : 'insights.empty-ask')}
    </Empty>
  )
}
