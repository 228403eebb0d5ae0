import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadStage, loadStages, parseStage } from '../../lib/config/load.ts'
import { stageNames } from '../../lib/config/schema.ts'
import { stages } from '../../lib/config/stages.ts'
import { synthesize } from './synthesized.ts'

const { prod, local } = stages

const refusal = (settings: unknown): string => {
  try {
    parseStage(settings)
  } catch (error) {
    return String(error)
  }
  return 'accepted'
}

describe('the settings of a stage', () => {
  it.each(stageNames)('%s is accepted as shipped', stage => {
    expect(loadStage(stage).stage).toBe(stage)
  })

  it('are those of local when no stage is named', () => {
    expect(loadStage(undefined).stage).toBe('local')
  })

  it('are those of every stage when all are named', () => {
    expect(loadStages('all').map(({ stage }) => stage)).toEqual(stageNames)
    expect(loadStages('dev').map(({ stage }) => stage)).toEqual(['dev'])
  })

  it('are refused for an unknown stage, with the stages there are', () => {
    expect(() => loadStage('staging')).toThrow('stage: "staging" is not a stage; allowed: local, dev, prod')
  })

  it.each([
    [{ logDays: 10 }, 'logDays: allowed: one of 1, 3, 5, 7'],
    [{ logDays: 'ninety' }, 'logDays: allowed: one of'],
    [{ rawPayloadDays: 0 }, 'rawPayloadDays: allowed: a whole number from 1 to 36500'],
    [
      { throttle: { ratePerSecond: 1.5, burst: 10 } },
      'throttle.ratePerSecond: allowed: a whole number from 1 to 10000',
    ],
    [{ recordConcurrency: 1 }, 'recordConcurrency: allowed: a whole number from 2 to 1000'],
    [{ webhookConcurrency: -1 }, 'webhookConcurrency: allowed: a whole number from 1 to 1000'],
    [{ alarmEmail: 'nobody' }, 'alarmEmail: allowed: a mail address'],
    [{ alarmEmail: undefined }, 'alarmEmail: allowed: a mail address'],
    [{ publicUrl: 'http://example.com' }, 'publicUrl: allowed: an https origin without path'],
    [{ publicUrl: 'https://example.com/path' }, 'publicUrl: allowed: an https origin without path'],
    [{ allowedOrigins: ['*'] }, 'allowedOrigins.0: allowed: an https origin'],
    [{ account: '1234' }, 'account: allowed: an AWS account id of 12 digits'],
    [{ region: 'Ireland' }, 'region: allowed: an AWS region, like eu-west-1'],
    [{ multiFactor: 'never' }, 'multiFactor: allowed: optional or required'],
    [{ protectData: 'yes' }, 'protectData: allowed: true or false'],
    [{ mail: { activation: 'later', mailboxes: [] } }, 'mail.activation: allowed: automatic or manual'],
    [{ mail: { activation: 'manual', mailboxes: [] } }, 'mail.mailboxes: allowed: at least one mailbox'],
    [{ sendingIdentities: ['*'] }, 'sendingIdentities.0: allowed: a domain or a mail address that Amazon SES knows'],
    [{ sendingIdentities: [] }, 'sendingIdentities: allowed: at least one domain or mail address'],
    [
      { sendingIdentities: ['example.org'] },
      'sendingIdentities: allowed: the domain, or the address, of every mailbox',
    ],
    [{ logdays: 90 }, 'logdays: no such setting; see lib/config/schema.ts'],
    [{ stage: 'staging' }, 'stage: allowed: local, dev, prod'],
  ])('refuse %j and say what is allowed', (change, message) => {
    const refused = refusal({ ...prod, ...change })
    expect(refused).toContain('lib/config/stages.ts is refused')
    expect(refused).toContain(message)
  })

  it('refuse a mailbox that is no address, a source that is no name, and a source named twice', () => {
    const mail = (...mailboxes: { source: string; address: string }[]) =>
      refusal({ ...prod, mail: { activation: 'manual', mailboxes } })
    expect(mail({ source: 'support', address: 'support' })).toContain(
      'mail.mailboxes.0.address: allowed: a mail address',
    )
    expect(mail({ source: 'Sup/port', address: 'a@example.com' })).toContain(
      'mail.mailboxes.0.source: allowed: 1 to 63',
    )
    const twice = { source: 'support', address: 'a@example.com' }
    expect(mail(twice, { ...twice, address: 'b@example.com' })).toContain('mail.mailboxes: allowed: each source once')
  })

  it('of local have no mail rules: the local SMTP door takes mail in', () => {
    expect(refusal({ ...local, mail: prod })).toContain('mail: no such setting')
  })

  it('name every wrong setting at once', () => {
    expect(refusal({ ...prod, logDays: 10, recordConcurrency: 0 })).toMatch(
      /recordConcurrency[\s\S]*logDays|logDays[\s\S]*recordConcurrency/,
    )
  })
})

describe('the app', () => {
  it('ends with the refusal when the stage is unknown', () => {
    const context = JSON.stringify({ stage: 'staging' })
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('../../bin/throughline.ts', import.meta.url))], {
      env: { ...process.env, CDK_CONTEXT_JSON: context },
      encoding: 'utf8',
    })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('"staging" is not a stage; allowed: local, dev, prod')
  })
})

describe('a setting reaches the template', () => {
  it('publicUrl is what webhooks are signed for', () => {
    const { template } = synthesize(parseStage({ ...prod, publicUrl: 'https://contact.example.com' }))
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'throughline-prod-receive-webhook',
      Environment: { Variables: { PUBLIC_URL: 'https://contact.example.com' } },
    })
  })

  it('allowedOrigins may call the API; any page may upload to an address that was signed for it', () => {
    const origins = ['https://console.example.com']
    const { template } = synthesize(parseStage({ ...prod, allowedOrigins: origins }))
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: { AllowOrigins: origins } })
    template.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ['PUT'], AllowedOrigins: ['*'] }] },
    })
  })

  it('rawPayloadDays expires raw payloads, and nothing does without it', () => {
    const expiring = { LifecycleConfiguration: { Rules: [{}, {}, { ExpirationInDays: 30 }] } }
    synthesize(parseStage({ ...prod, rawPayloadDays: 30 })).template.hasResourceProperties('AWS::S3::Bucket', expiring)
    const kept = synthesize(parseStage(prod)).ofType('AWS::S3::Bucket')[0]
    expect(JSON.stringify(kept?.Properties.LifecycleConfiguration)).not.toContain('ExpirationInDays')
  })

  it('mail.activation manual leaves the active rule set alone', () => {
    const mail = { activation: 'manual', mailboxes: [{ source: 'support', address: 'support@example.com' }] }
    const { template } = synthesize(parseStage({ ...prod, mail, sendingIdentities: ['example.com'] }))
    template.resourceCountIs('Custom::ActiveReceiptRuleSet', 0)
    template.resourceCountIs('AWS::SES::ReceiptRule', 1)
  })
})
