import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import { useSay } from '../words/words.ts'
import { shortcuts } from './keys.ts'

/** All shortcuts, in a dialog. */
export function ShortcutHelp({ visible, onDismiss }: { visible: boolean; onDismiss: () => void }) {
  const say = useSay()
  return (
    <Modal
      visible={visible}
      onDismiss={onDismiss}
      header={say('keys.title')}
      closeAriaLabel={say('close')}
      size="small"
    >
      <dl className="shortcuts">
        {shortcuts.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <Box color="text-body-secondary">{say('keys.when')}</Box>
    </Modal>
  )
}
