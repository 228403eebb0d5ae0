import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useFollow } from '../../app/router.tsx'
import { type Say, useSay, type WordKey } from '../../words/words.ts'
import { addressOf } from '../places.ts'
import { Arrival } from './arrival.tsx'
import type { Connection } from './source-kinds.ts'
import { useSources, useWebhooksAt } from './use-sources.ts'

const steps = {
  mail: ['ops.step.mail.1', 'ops.step.mail.2', 'ops.step.mail.3'],
  phone: ['ops.step.phone.1', 'ops.step.phone.2', 'ops.step.phone.3'],
  meta: ['ops.step.meta.1', 'ops.step.meta.2', 'ops.step.meta.3', 'ops.step.meta.4'],
  x: ['ops.step.x.1', 'ops.step.x.2', 'ops.step.x.3', 'ops.step.x.4'],
  contacts: ['ops.step.contacts.1', 'ops.step.contacts.2', 'ops.step.contacts.3'],
} as const satisfies Record<Connection['kind'], readonly WordKey[]>

/** Where secrets of sources lie is the same for every kind. */
export function ConnectSteps({ connection }: { connection: Connection }) {
  const say = useSay()
  const follow = useFollow()
  const address = useAddress(connection)
  return (
    <Container>
      <SpaceBetween size="l">
        <Address
          label={say(connection.path === undefined ? 'ops.connect.mailbox' : 'ops.connect.address')}
          text={address}
          say={say}
        />
        <ol className="steps">
          {steps[connection.kind].map(step => (
            <li key={step}>{say(step, { address })}</li>
          ))}
        </ol>
        {connection.kind === 'contacts' && <Example address={address} />}
        {connection.path !== undefined && (
          <Box color="text-body-secondary" fontSize="body-s">
            {say('ops.connect.secrets')}
          </Box>
        )}
        <Arrival source={connection.source} />
        <Link href={addressOf('sources', connection.source)} onFollow={follow}>
          {say('ops.connect.settings')}
        </Link>
      </SpaceBetween>
    </Container>
  )
}

/** The address of a webhook, or the mailbox that is taken in. */
function useAddress({ path, source }: Connection): string {
  const at = useWebhooksAt()
  const { data = [] } = useSources()
  if (path !== undefined) return `${at}${path}`
  const own = data.find(({ id }) => id === source)?.ownIdentifiers.find(({ type }) => type === 'email')
  return own?.value ?? 'support@localhost'
}

function Address({ label, text, say }: { label: string; text: string; say: Say }) {
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <CopyToClipboard
        variant="inline"
        textToCopy={text}
        copyButtonAriaLabel={say('ops.copy')}
        copySuccessText={say('ops.copied')}
        copyErrorText={say('ops.not-copied')}
      />
    </div>
  )
}

/** A whole request, which any shell with OpenSSL can send. */
function Example({ address }: { address: string }) {
  return (
    <pre className="sample">
      {[
        `BODY='{"id":"1","channel":"web","kind":"direct","direction":"inbound","occurredAt":"'$(date -u +%Y-%m-%dT%H:%M:%S.000Z)'",'`,
        `BODY="$BODY"'"from":{"identifier":{"type":"email","value":"alice@example.com"}},"to":[],"text":"Where is my order?"}'`,
        'T=$(date +%s)',
        `V1=$(printf '%s.%s' "$T" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.* //')`,
        `curl -H "x-throughline-signature: t=$T,v1=$V1" -d "$BODY" ${address}`,
      ].join('\n')}
    </pre>
  )
}
