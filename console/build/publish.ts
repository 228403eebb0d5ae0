import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod'
import { consoleConfigSchema } from '../serving/console-config.ts'
import { cacheControl, mediaTypeOf } from '../serving/headers.ts'
import { builtConsole } from './built-console.ts'

/** What the deploy printed of each stack (`cdk deploy --outputs-file`). */
const outputsSchema = z.record(
  z.string(),
  z.object({
    ConsoleFiles: z.string(),
    ConsoleUrl: z.string(),
    ConsoleConfig: z
      .string()
      .transform(text => JSON.parse(text))
      .pipe(consoleConfigSchema),
  }),
)

export type PublishedFile = { key: string; body: Buffer | string; contentType: string; cacheControl: string }

/**
 * The files to upload, in the order in which they must arrive: what the page loads, then the page. Files of earlier
 * versions stay, for those who have their page open still.
 */
export function filesToPublish(folder: string, config: unknown): PublishedFile[] {
  const built = filesBelow(folder).map(path => toPublish(path.slice(folder.length), readFileSync(path)))
  const all = [...built, toPublish('/config.json', JSON.stringify(consoleConfigSchema.parse(config)))]
  const isPage = ({ key }: PublishedFile) => key === 'index.html'
  return [...all.filter(file => !isPage(file)), ...all.filter(isPage)]
}

const toPublish = (path: string, body: Buffer | string): PublishedFile => ({
  key: path.slice(1),
  body,
  contentType: mediaTypeOf(path),
  cacheControl: cacheControl(path),
})

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter(name => !name.startsWith('.'))
        .flatMap(name => filesBelow(join(path, name)))
    : [path]

/** `node console/build/publish.ts`, after `cdk deploy`: uploads the console with the credentials that deployed. */
export async function publish(outputs: unknown, print: (line: string) => void): Promise<void> {
  const folder = await builtConsole()
  const s3 = new S3Client()
  for (const { ConsoleFiles, ConsoleUrl, ConsoleConfig } of Object.values(outputsSchema.parse(outputs))) {
    for (const { key, body, contentType, cacheControl: kept } of filesToPublish(folder, ConsoleConfig)) {
      const file = { Bucket: ConsoleFiles, Key: key, Body: body, ContentType: contentType, CacheControl: kept }
      await s3.send(new PutObjectCommand(file))
    }
    print(`The console is at ${ConsoleUrl}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outputs = fileURLToPath(new URL('../../cdk.out/outputs.json', import.meta.url))
  await publish(JSON.parse(readFileSync(outputs, 'utf8')), console.log)
}
