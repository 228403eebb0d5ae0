import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { providerSecrets } from '../../core/webhook/source-secrets.ts'
import { StartError } from '../start-error.ts'

const text = z.string().min(1)

const secretsSchema = z.looseObject({
  twilio: z.looseObject(providerSecrets.twilio.shape),
  meta: z.looseObject(providerSecrets.meta.shape),
  x: z.looseObject(providerSecrets.x.shape),
  connect: z.looseObject(providerSecrets.connect.shape).optional(),
  contacts: z.record(z.string(), text),
  identity: z.looseObject({ key: z.string().regex(/^[0-9a-f]{64}$/) }),
})

/** The secrets of this machine: those of the sources, and the key that customer ids are made with. */
export type LocalSecrets = z.infer<typeof secretsSchema>

const path = (dataDir: string): string => join(dataDir, 'secrets.json')

/**
 * Reads secrets.json, made with random values and mode 600 where there is none. An operator may put the real secrets of
 * the sources there. Throws `StartError` that names what is wrong in it.
 */
export function readSecrets(dataDir: string): LocalSecrets {
  if (!existsSync(path(dataDir)))
    writeFileSync(path(dataDir), `${JSON.stringify(freshSecrets(), null, 2)}\n`, { mode: 0o600 })
  const parsed = secretsSchema.safeParse(readJson(path(dataDir)))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path: place }) => place.join('.')).join(', ')
  throw new StartError(
    `${path(dataDir)} lacks or has in a wrong form: ${wrong}. Mend it, or delete the file to get random values (a new identity.key gives every customer a new id).`,
  )
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

const random = (bytes: number): string => randomBytes(bytes).toString('hex')

const freshSecrets = (): LocalSecrets => ({
  twilio: { authToken: random(16) },
  meta: { appSecret: random(16), verifyToken: random(16) },
  x: { consumerSecret: random(25) },
  contacts: { local: random(32) },
  identity: { key: random(32) },
})
