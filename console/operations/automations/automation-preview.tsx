import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useMutation } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import { Failed } from '../../states/states.tsx'
import { useSay } from '../../words/words.ts'
import { FiringTable } from './firing-table.tsx'
import { type RuleDraft, settingsOf } from './rule-draft.ts'

/** What the rule would have done on past conversations; nothing is done. */
export function AutomationPreviewPanel({ draft }: { draft: RuleDraft }) {
  const say = useSay()
  const { api } = useConsole()
  const preview = useMutation({
    mutationFn: async () => {
      const { active: _active, ...rule } = settingsOf(draft)
      return api.previewAutomation({ rule: { ...rule, name: rule.name }, limit: 200 })
    },
  })
  const look = (
    <Button formAction="none" loading={preview.isPending} onClick={() => preview.mutate()}>
      {say('ops.preview.look')}
    </Button>
  )
  return (
    <Container
      header={
        <Header variant="h2" description={say('ops.preview.automation')} actions={look}>
          {say('ops.preview')}
        </Header>
      }
    >
      {preview.error && <Failed error={preview.error} what={say('ops.preview')} />}
      {preview.data && (
        <>
          <Box variant="p">
            {say('ops.preview.fired', {
              count: preview.data.fired,
              looked: preview.data.looked,
              stopped: preview.data.stopped,
            })}
          </Box>
          <FiringTable firings={preview.data.items} title={say('ops.preview')} empty={say('ops.preview.never')} />
        </>
      )}
    </Container>
  )
}
