import Container from '@cloudscape-design/components/container'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef } from 'react'
import { useConsole } from '../../app/console-context.ts'
import { useSay } from '../../words/words.ts'
import { Editor } from '../form/editor.tsx'
import { ChoiceField, TextField } from '../form/fields.tsx'
import { type Form, useForm } from '../form/use-form.ts'
import { importKinds, startImport, type WantedImport } from './start-import.ts'

const blank: WantedImport = { kind: 'mbox', source: '', mapping: '', file: undefined }

export function ImportForm({ onStarted }: { onStarted: (id: string) => void }) {
  const say = useSay()
  const { api } = useConsole()
  const started = useRef('')
  const form = useForm<WantedImport>({
    start: blank,
    send: async wanted => {
      started.current = await startImport(api, wanted)
    },
  })
  const { value, set, errorAt } = form
  return (
    <Editor
      form={form}
      title={say('ops.place.imports')}
      about={say('ops.about.imports')}
      save={say('ops.import.start')}
      onSaved={() => onStarted(started.current)}
    >
      <Container>
        <SpaceBetween size="l">
          <ChoiceField
            label={say('ops.import.kind')}
            value={value.kind}
            options={importKinds.map(kind => ({ value: kind, label: say(`ops.import-kind.${kind}`) }))}
            onChange={kind => set({ kind })}
            error={errorAt('kind')}
          />
          <TextField
            label={say('ops.source')}
            about={say('ops.import.source')}
            value={value.source}
            onChange={source => set({ source })}
            error={errorAt('source')}
          />
          {value.kind === 'csv' && (
            <TextField
              rows={5}
              label={say('ops.import.mapping')}
              about={say('ops.import.mapping.about')}
              placeholder={'from.phone = Caller\noccurredAt = Time'}
              value={value.mapping}
              onChange={mapping => set({ mapping })}
              error={errorAt('mapping')}
            />
          )}
          <FileField form={form} />
        </SpaceBetween>
      </Container>
    </Editor>
  )
}

function FileField({ form: { value, set, errorAt } }: { form: Form<WantedImport> }) {
  const say = useSay()
  return (
    <FormField label={say('ops.import.file')} errorText={errorAt('file')}>
      <FileUpload
        value={value.file ? [value.file] : []}
        onChange={({ detail }) => set({ file: detail.value[0] })}
        showFileSize
        i18nStrings={{
          uploadButtonText: () => say('ops.import.choose'),
          dropzoneText: () => say('ops.import.drop'),
          removeFileAriaLabel: () => say('ops.remove'),
          errorIconAriaLabel: say('ops.import.failed'),
        }}
      />
    </FormField>
  )
}
