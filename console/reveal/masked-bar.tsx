import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { reasonOf } from '../states/states.tsx'
import { WithMoments } from '../words/reason.tsx'
import { useSay } from '../words/words.ts'

/** On a customer whom the person sees masked: that it is so, and how to see who it is for a reason. */
export function MaskedBar() {
  const may = useMay()
  const { customer } = useParams({ strict: false })
  if (customer === undefined || !may('reveal')) return null
  return (
    <div className="above">
      <MaskedCustomer key={customer} customer={customer} />
    </div>
  )
}

function MaskedCustomer({ customer }: { customer: string }) {
  const say = useSay()
  const { api } = useConsole()
  const again = useLoadAgain(customer)
  const [asking, setAsking] = useState(false)
  const { data } = useQuery({
    queryKey: dataKeys.customer(customer),
    queryFn: ({ signal }) => api.readCustomer(customer, signal),
  })
  const until = data?.revealedUntil
  useEffect(() => {
    if (until === undefined) return
    const timer = setTimeout(again, Math.max(0, Date.parse(until) - Date.now()) + 500)
    return () => clearTimeout(timer)
  }, [until, again])
  if (until !== undefined)
    return (
      <Alert type="warning">
        <WithMoments text={say('reveal.shown', { at: until })} />
      </Alert>
    )
  if (data?.masked !== true) return null
  return (
    <>
      <Alert
        type="info"
        header={say('reveal.masked')}
        action={<Button onClick={() => setAsking(true)}>{say('reveal.ask')}</Button>}
      >
        {say('reveal.masked-about')}
      </Alert>
      {asking && (
        <ReasonDialog
          customer={customer}
          onDone={() => {
            setAsking(false)
            again()
          }}
          onDismiss={() => setAsking(false)}
        />
      )}
    </>
  )
}

type DialogProps = { customer: string; onDone: () => void; onDismiss: () => void }

function ReasonDialog({ customer, onDone, onDismiss }: DialogProps) {
  const say = useSay()
  const { api } = useConsole()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<string>()
  const reveal = async () => {
    try {
      await api.reveal(customer, { reason: reason.trim() })
      onDone()
    } catch (error) {
      setFailure(error instanceof Error ? reasonOf(error, say) : say('failed.here'))
    }
  }
  return (
    <Dialog
      size="medium"
      header={say('reveal.title')}
      confirm={say('reveal.do')}
      onDismiss={onDismiss}
      onConfirm={reason.trim() === '' ? undefined : () => void reveal()}
    >
      <SpaceBetween size="s">
        <FormField label={say('reveal.reason')} description={say('reveal.reason-about')}>
          <Textarea
            value={reason}
            rows={2}
            autoFocus
            onChange={({ detail }) => setReason(detail.value.slice(0, 500))}
          />
        </FormField>
        {failure !== undefined && (
          <Alert type="error" header={say('reveal.failed')}>
            {failure}
          </Alert>
        )}
      </SpaceBetween>
    </Dialog>
  )
}

/** Everything of this customer that is kept is loaded as it may be seen now. */
function useLoadAgain(customer: string): () => void {
  const queries = useQueryClient()
  const [again] = useState(() => () => {
    void queries.invalidateQueries({ queryKey: dataKeys.customer(customer) })
    void queries.resetQueries({ queryKey: dataKeys.timelines(customer) })
  })
  return again
}
