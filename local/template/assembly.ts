import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { StartError } from '../start-error.ts'

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
})

const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resourceSchema).default({}),
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown().optional() })).default({}),
  Outputs: z
    .record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.looseObject({ Name: z.unknown() }).optional() }))
    .default({}),
})

export type Template = z.infer<typeof templateSchema>

const assetsSchema = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.looseObject({ path: z.string() }),
      destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
    }),
  ),
})

/** One synthesized stack; `assets` leads from an object key in the assets bucket to the file or folder on this disk. */
export type SynthesizedStack = { name: string; template: Template; assets: Map<string, string> }

/** Reads what `cdk synth` wrote into a folder. Throws `StartError` when there is no template in it. */
export function readAssembly(folder: string): SynthesizedStack[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.template.json')) : []
  if (names.length === 0)
    throw new StartError(`There is no *.template.json in ${folder}: the CDK app was not synthesized into it.`)
  return names.sort().map(file => readStack(folder, file.replace('.template.json', '')))
}

function readStack(folder: string, name: string): SynthesizedStack {
  const template = templateSchema.parse(readJson(join(folder, `${name}.template.json`)))
  const manifest = join(folder, `${name}.assets.json`)
  return { name, template, assets: existsSync(manifest) ? readAssets(folder, manifest) : new Map() }
}

function readAssets(folder: string, manifest: string): Map<string, string> {
  const files = Object.values(assetsSchema.parse(readJson(manifest)).files)
  return new Map(
    files.flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }): [string, string] => [objectKey, join(folder, source.path)]),
    ),
  )
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
