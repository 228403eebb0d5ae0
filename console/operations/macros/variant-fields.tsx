import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { variableNames } from '../../../core/macro/variables.ts'
import { useSay } from '../../words/words.ts'
import { OptionalField, TextField } from '../form/fields.tsx'
import type { NamedMacro } from './macro-screen.tsx'
import { VariantPreview } from './variant-preview.tsx'

export type Variant = NamedMacro['variants'][number]

export const channels = ['phone', 'email', 'social', 'message', 'review', 'web'] as const

type VariantProps = {
  variant: Variant
  errorAt: (field: string) => string | undefined
  onChange: (variant: Variant) => void
  onRemove: (() => void) | undefined
}

/** The answer in one language, for one channel or for all, and how it will read. */
export function VariantFields({ variant, errorAt, onChange, onRemove }: VariantProps) {
  const say = useSay()
  const remove = onRemove && (
    <Button formAction="none" onClick={onRemove}>
      {say('ops.remove')}
    </Button>
  )
  const title = `${variant.language || '–'}, ${variant.channel ? say(`channel.${variant.channel}`) : say('ops.any-channel')}`
  return (
    <Container
      header={
        <Header variant="h2" actions={remove}>
          {say('ops.macro.variant-of', { title })}
        </Header>
      }
    >
      <ColumnLayout columns={2}>
        <SpaceBetween size="m">
          <TextField
            label={say('settings.language')}
            about={say('ops.language.about')}
            value={variant.language}
            onChange={language => onChange({ ...variant, language })}
            error={errorAt('language')}
          />
          <OptionalField
            label={say('filter.channel')}
            value={variant.channel}
            none={say('ops.any-channel')}
            options={channels.map(channel => ({ value: channel, label: say(`channel.${channel}`) }))}
            onChange={chosen => onChange({ ...variant, channel: channels.find(channel => channel === chosen) })}
            error={errorAt('channel')}
          />
          <TextField
            label={say('ops.macro.subject')}
            value={variant.subject ?? ''}
            onChange={subject => onChange({ ...variant, subject: subject === '' ? undefined : subject })}
            error={errorAt('subject')}
          />
          <TextField
            rows={8}
            label={say('ops.macro.text')}
            value={variant.text}
            onChange={text => onChange({ ...variant, text })}
            error={errorAt('text')}
          />
          <Box fontSize="body-s" color="text-body-secondary">
            {say('ops.macro.variables')} {variableNames.map(name => `{{${name}}}`).join(' ')}
          </Box>
        </SpaceBetween>
        <VariantPreview variant={variant} />
      </ColumnLayout>
    </Container>
  )
}
