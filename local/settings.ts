import { resolve } from 'node:path'
import * as z from 'zod'
import { StartError } from './start-error.ts'

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine(number => number <= 65_535)
    .default(fallback)

/** What each setting may be, in the words of the message that refuses another value. */
const allowed: Record<string, string> = {
  PORT: 'a port from 0 to 65535 (0: any free one)',
  SMTP_PORT: 'a port from 0 to 65535 (0: any free one)',
  THROUGHLINE_DATA: 'a folder that may be written to',
  PUBLIC_URL: 'an address that begins with http:// or https://',
  THROUGHLINE_FSYNC: 'normal (survives kill -9) or full (survives a power cut too)',
  SMTP_RELAY: 'the address of a mail server, like smtp://127.0.0.1:1025',
  DYNAMODB_ENDPOINT: 'the address of a running DynamoDB that begins with http:// or https://',
}

const settingsSchema = z.object({
  PORT: port(4000),
  SMTP_PORT: port(2525),
  THROUGHLINE_DATA: z
    .string()
    .min(1)
    .default('./.throughline')
    .transform(folder => resolve(folder)),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  THROUGHLINE_FSYNC: z.enum(['normal', 'full']).default('normal'),
  DYNAMODB_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_RELAY: z.url({ protocol: /^smtps?$/ }).optional(),
})

export type Settings = {
  port: number
  smtpPort: number
  dataDir: string
  /** Where providers reach us; the address of the stack itself, when not set. */
  publicUrl: string | undefined
  fsync: 'normal' | 'full'
  /** A DynamoDB that somebody else runs, instead of one of our own. */
  dynamoEndpoint: string | undefined
  /** The mail server that answers are handed to, instead of the folder `outbox`. */
  smtpRelay: string | undefined
}

/** The settings of the local stack from the environment. Throws `StartError` that names what is wrong and what is allowed. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = settingsSchema.safeParse(env)
  if (!parsed.success)
    throw new StartError(parsed.error.issues.map(({ path }) => refusal(String(path[0]), env)).join('\n'))
  const { data } = parsed
  return {
    port: data.PORT,
    smtpPort: data.SMTP_PORT,
    dataDir: data.THROUGHLINE_DATA,
    publicUrl: data.PUBLIC_URL,
    fsync: data.THROUGHLINE_FSYNC,
    dynamoEndpoint: data.DYNAMODB_ENDPOINT,
    smtpRelay: data.SMTP_RELAY,
  }
}

const refusal = (name: string, env: Record<string, string | undefined>): string =>
  `The setting ${name} is ${JSON.stringify(env[name] ?? '')}; it must be ${allowed[name] ?? 'something else'}.`
