import { readFileSync } from 'node:fs'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { property, type Resource, synthesized } from './synthesized.ts'

const prod = synthesized('prod')
const alarms = prod.ofType('AWS::CloudWatch::Alarm')
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')

const nameOf = (alarm: Resource): string => property(alarm, 'AlarmName', z.string()).replace('throughline-prod-', '')
const textOf = (alarm: Resource): string => property(alarm, 'AlarmDescription', z.string())
const articleOf = (alarm: Resource): string | undefined => textOf(alarm).match(/docs\/runbook\.md#([a-z0-9-]+)$/)?.[1]

/** An article is a section of level three under "Alarms", titled by what alarms point at. */
const articles = runbook
  .split(/^## /m)
  .filter(chapter => chapter.startsWith('Alarms'))
  .flatMap(chapter => chapter.split(/^### /m).slice(1))
  .map(text => ({ slug: text.split('\n', 1)[0]?.trim() ?? '', text }))

describe('alarms and the runbook', () => {
  it('every alarm says what customers or colleagues notice, and where to read on', () => {
    expect(alarms.length).toBeGreaterThan(20)
    for (const alarm of alarms) expect(textOf(alarm)).toMatch(/^[A-Z][^#]{30,}\. See docs\/runbook\.md#[a-z0-9-]+$/)
  })

  it('every alarm has its article, and every article its alarm', () => {
    const pointedAt = new Set(alarms.map(articleOf))
    expect([...pointedAt].toSorted()).toEqual(articles.map(({ slug }) => slug).toSorted())
  })

  it.each(articles)('$slug says what it means, how to look, how to fix and how to know that it is over', ({ text }) => {
    for (const part of ['**Means.**', '**Look.**', '**Fix.**', '**Over when.**']) {
      expect(text.split(part)[1]?.trim().length ?? 0).toBeGreaterThan(40)
    }
  })

  it('every name of a function, queue, log group or secret in the runbook exists', () => {
    const known = JSON.stringify(prod.template.toJSON())
    const named =
      runbook.match(/throughline-\$STAGE-[a-z-]+|\/throughline\/\$STAGE\/[a-z-]+|throughline\/\$STAGE\/[a-z]+/g) ?? []
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(name => !known.includes(`"${name.replace('$STAGE', 'prod')}"`))).toEqual([])
  })
})

describe('what is watched', () => {
  const names = alarms.map(nameOf)

  it.each(['record', 'split', 'audit'])('the %s queue: its oldest message and its dead letters', queue => {
    expect(names).toContain(`${queue}-queue-late`)
    expect(names).toContain(`${queue}-dead-letters`)
  })

  it('every function: its errors and its throttles', () => {
    for (const one of prod.ofType('AWS::Lambda::Function')) {
      const name = property(one, 'FunctionName', z.string()).replace('throughline-prod-', '')
      expect(names).toContain(`${name}-errors`)
      expect(names).toContain(`${name}-throttles`)
    }
  })

  it('the stream, the API and the table', () => {
    for (const name of ['publish-changes-late', 'stream-failures', 'api-answers-5xx', 'table-throttles']) {
      expect(names).toContain(name)
    }
  })

  it('rings at the operators, when it starts and when it is over', () => {
    const topic = prod.ofType('AWS::SNS::Topic')[0]?.id
    for (const { Properties } of alarms) {
      expect([Properties.AlarmActions, Properties.OKActions]).toEqual([[{ Ref: topic }], [{ Ref: topic }]])
      expect(Properties.TreatMissingData).toBe('notBreaching')
    }
    prod.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operations@throughline.example',
    })
  })

  it('may publish to the topic, over TLS only', () => {
    prod.template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    })
  })

  it('is all on the dashboard', () => {
    const page = JSON.stringify(prod.ofType('AWS::CloudWatch::Dashboard')[0]?.Properties.DashboardBody)
    for (const { id } of alarms) expect(page).toContain(id)
  })
})
