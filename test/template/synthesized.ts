import { readFileSync } from 'node:fs'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import * as z from 'zod'
import { parseStage } from '../../lib/config/load.ts'
import type { StageConfig } from '../../lib/config/schema.ts'
import { stages } from '../../lib/config/stages.ts'
import { ThroughlineStack } from '../../lib/stacks/throughline-stack.ts'

export type StageName = keyof typeof stages

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.array(z.string()).default([]),
  DeletionPolicy: z.string().optional(),
})

export type Resource = { id: string } & z.infer<typeof resourceSchema>

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) })

/** The app as `cdk synth` makes it, but that functions are not bundled. */
export function stackOf(config: StageConfig): ThroughlineStack {
  const { context } = cdkJson.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')))
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } })
  return new ThroughlineStack(app, `throughline-${config.stage}`, config)
}

const made = new Map<StageName, Synthesized>()

export type Synthesized = { template: Template; all: Resource[]; ofType: (type: string) => Resource[] }

/** The template of a stage as it is shipped; made once for a test file. */
export function synthesized(stage: StageName): Synthesized {
  const known = made.get(stage)
  if (known) return known
  const fresh = synthesize(parseStage(stages[stage]))
  made.set(stage, fresh)
  return fresh
}

/** The template of any settings. */
export function synthesize(config: StageConfig): Synthesized {
  // Checked once for every stage in clean.test.ts: it takes longer than all of the rest.
  process.env.CDK_VALIDATION = 'false'
  const template = Template.fromStack(stackOf(config))
  const { Resources } = z.object({ Resources: z.record(z.string(), resourceSchema) }).parse(template.toJSON())
  const all = Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }))
  return { template, all, ofType: type => all.filter(resource => resource.Type === type) }
}

/** The logical ids that a value of a template refers to, by Ref or by Fn::GetAtt. */
export function referred(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner]
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return [String(inner[0])]
    return referred(inner)
  })
}

/** A property that must be there, in the shape that the test expects. */
export const property = <T>(resource: Resource, name: string, schema: z.ZodType<T>): T =>
  schema.parse(resource.Properties[name])
