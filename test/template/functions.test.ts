import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { property, type Resource, referred, type StageName, synthesized } from './synthesized.ts'

const followers = [
  'CONVERSATIONS_QUEUE_URL',
  'SEARCH_QUEUE_URL',
  'COUNTS_QUEUE_URL',
  'OUTBOX_QUEUE_URL',
  'ROUTING_QUEUE_URL',
  'AUTOMATIONS_QUEUE_URL',
  'HOOKS_QUEUE_URL',
  'ARCHIVE_QUEUE_URL',
  'REPORTS_QUEUE_URL',
]

/** Each function and the names of the environment variables that its config schema reads. */
const environments: Record<string, string[]> = {
  'receive-webhook': ['INTAKE_BUCKET', 'SOURCES_SECRET', 'PUBLIC_URL'],
  'serve-api': [
    ...['TABLE', 'INTAKE_BUCKET', 'IDENTITY_SECRET', 'LIVE_URL', 'PUBLIC_URL'],
    ...['RECORD_QUEUE_URL', 'SPLIT_QUEUE_URL', 'AUDIT_QUEUE_URL', ...followers],
  ],
  'serve-reports': ['TABLE', 'AUDIT_QUEUE_URL', 'ATHENA_WORKGROUP', 'ARCHIVE_DATABASE'],
  'send-digests': ['TABLE', 'IDENTITY_SECRET', 'PUBLIC_URL', 'DIGEST_FROM'],
  'learn-topics': ['TABLE'],
  'note-archive': ['TABLE'],
  'write-archive': ['TABLE', 'ARCHIVE_BUCKET', 'IDENTITY_SECRET'],
  'split-file': ['TABLE', 'INTAKE_BUCKET', 'RECORD_QUEUE_URL'],
  'record-contact': ['TABLE', 'INTAKE_BUCKET', 'IDENTITY_SECRET'],
  'set-aside-dead': ['TABLE'],
  'publish-changes': ['AUDIT_QUEUE_URL', ...followers],
  'record-audit': ['TABLE'],
  'index-search': ['TABLE'],
  'project-reports': ['TABLE', 'REPORTS_QUEUE_URL'],
  'audit-reports': ['TABLE', 'REPORTS_QUEUE_URL'],
  'join-conversation': ['TABLE', 'IDENTITY_SECRET'],
  'count-conversations': ['TABLE'],
  'run-automation': ['TABLE', 'HOOKS_QUEUE_URL', 'IDENTITY_SECRET'],
  'deliver-hook': ['TABLE', 'HOOKS_QUEUE_URL'],
  'fire-clocks': ['TABLE'],
  'route-conversations': ['TABLE', 'IDENTITY_SECRET'],
  'route-waiting': ['TABLE', 'IDENTITY_SECRET'],
  'send-reply': [...['TABLE', 'INTAKE_BUCKET', 'OUTBOX_QUEUE_URL', 'SOURCES_SECRET', 'IDENTITY_SECRET', 'PUBLIC_URL']],
  'serve-customer': ['TABLE', 'IDENTITY_SECRET'],
  'ask-surveys': ['TABLE', 'IDENTITY_SECRET', 'PUBLIC_URL'],
  'serve-live': ['TABLE', 'LIVE_CALLBACK_URL', 'AUDIT_QUEUE_URL'],
  'notify-console': ['TABLE', 'LIVE_CALLBACK_URL'],
  'activate-rule-set': [],
}

const nameOf = (one: Resource, stage: StageName): string =>
  property(one, 'FunctionName', z.string()).replace(`throughline-${stage}-`, '')
const functionsOf = (stage: StageName): Resource[] => synthesized(stage).ofType('AWS::Lambda::Function')
const prod = functionsOf('prod')

describe('functions', () => {
  it('are the folders of functions/, but the kit', () => {
    const folders = readdirSync(new URL('../../functions', import.meta.url), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== 'kit')
      .map(entry => entry.name)
    expect(prod.map(one => nameOf(one, 'prod')).toSorted()).toEqual(folders.toSorted())
  })

  it('are the same on one machine, but for what speaks to CloudFormation', () => {
    const local = functionsOf('local').map(one => nameOf(one, 'local'))
    const cloud = prod.map(one => nameOf(one, 'prod')).filter(name => name !== 'activate-rule-set')
    expect(local.toSorted()).toEqual(cloud.toSorted())
  })

  it.each(Object.entries(environments))('%s is told %j and nothing else', (name, variables) => {
    const one = prod.find(candidate => nameOf(candidate, 'prod') === name)
    const schema = z.object({ Variables: z.record(z.string(), z.unknown()) }).default({ Variables: {} })
    const told = schema.parse(one?.Properties.Environment).Variables
    expect(Object.keys(told).toSorted()).toEqual(variables.toSorted())
  })

  it.each(prod.map(one => [nameOf(one, 'prod'), one] as const))('%s runs on Node 24, arm64, traced', (_, one) => {
    expect(one.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
    })
  })

  it('write JSON to log groups of their own, each kept for the days of the stage', () => {
    const { ofType } = synthesized('prod')
    const groups = prod.map(one => property(one, 'LoggingConfig', z.looseObject({ LogFormat: z.literal('JSON') })))
    const ids = groups.flatMap(referred)
    expect(new Set(ids).size).toBe(prod.length)
    for (const group of ofType('AWS::Logs::LogGroup')) expect(group.Properties.RetentionInDays).toBe(90)
    for (const id of ids) expect(ofType('AWS::Logs::LogGroup').map(group => group.id)).toContain(id)
  })

  it('have a role each', () => {
    const roles = prod.flatMap(one => referred(one.Properties.Role))
    expect(new Set(roles).size).toBe(prod.length)
  })
})
