import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMay } from '../app/console-context.ts'
import type { Customer } from '../client/api.ts'
import { actorText } from '../entries/actor-text.ts'
import { ConfirmThis } from '../reply/confirm-this.tsx'
import { Consent } from '../reply/consent.tsx'
import { Jump } from '../reply/held.tsx'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { Decisions } from './decisions.tsx'

type Member = Customer['identifiers'][number]

/** Who this is: identifiers with how well they are proven, and which departments were in touch. */
export function Who({ customer }: { customer: Customer }) {
  const say = useSay()
  const may = useMay()
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <>
              {say('who.since')} <Moment at={customer.since} />
            </>
          }
        >
          {say('who.title')}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {customer.asserted && <StatusIndicator type="warning">{say('who.asserted')}</StatusIndicator>}
        <ul className="list">
          {numbered(customer.identifiers).map(({ key, member }) => (
            <li key={key}>
              <Identifier customer={customer.id} member={member} />
            </li>
          ))}
        </ul>
        {customer.departments.length > 0 && (
          <div>
            <Box variant="awsui-key-label">{say('who.departments')}</Box>
            {customer.departments.map(({ name, brand, lastContactAt }) => (
              <div key={`${brand} ${name}`}>
                {name}{' '}
                <Box variant="small" color="text-body-secondary">
                  {brand} · <Moment at={lastContactAt} />
                </Box>
              </div>
            ))}
          </div>
        )}
        {may('identityLog') && <Decisions customer={customer.id} />}
      </SpaceBetween>
    </Container>
  )
}

/** Masked ones are all alike: their place tells them apart. */
const numbered = (members: readonly Member[]) =>
  members.map((member, at) => ({ key: `${at} ${member.type}:${member.value}`, member }))

function Identifier({ customer, member }: { customer: string; member: Member }) {
  const say = useSay()
  return (
    <SpaceBetween size="xxxs">
      <span className="identifier">
        <Box variant="span" color="text-body-secondary">
          {say(`identifier.${member.type}`)}
        </Box>{' '}
        <span className="breakable">{member.display}</span>
      </span>
      <SpaceBetween direction="horizontal" size="xxs">
        {member.asserted && <Badge color="severity-medium">{say('who.unproven')}</Badge>}
        {member.class !== 'personal' && <Badge>{say(`who.${member.class}`)}</Badge>}
        <ConfirmThis customer={customer} member={member} />
      </SpaceBetween>
      <Consent customer={customer} identifier={member} />
      {member.evidence.length > 0 && (
        <details className="fold">
          <summary>{say('who.evidence', { count: member.evidence.length })}</summary>
          <ul className="list small">
            {member.evidence.map(({ linkId, tier, how, with: other, by, at, contactId }) => (
              <li key={linkId} className="breakable">
                {say('who.link', { tier, how, other: other.display, by: actorText(by, say) })} <Moment at={at} />{' '}
                {contactId !== undefined && <Jump id={contactId} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </SpaceBetween>
  )
}
