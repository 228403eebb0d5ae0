import * as z from 'zod'
import type { LocalSecrets } from '../data/secrets-file.ts'
import { secretArn } from '../template/local-names.ts'

const requestSchema = z.looseObject({ SecretId: z.string() })

/** The secret's ARN that a GetSecretValue asks for, by name or by ARN. */
export function secretAsked(input: unknown): { name: string; arn: string } {
  const { SecretId } = requestSchema.parse(input)
  const name = SecretId.startsWith('arn:')
    ? SecretId.split(':')
        .slice(6)
        .join(':')
        .replace(/-[A-Za-z0-9]{6}$/, '')
    : SecretId
  return { name, arn: secretArn(name) }
}

/**
 * The answer of GetSecretValue. In the cloud the sources and the identity key are two secrets, here they share a file:
 * the last part of the name says which is meant. Undefined when it is neither.
 */
export function secretValue(secrets: LocalSecrets, name: string): Record<string, unknown> | undefined {
  const { identity, ...sources } = secrets
  const values: Record<string, unknown> = { identity, sources }
  const value = values[name.split('/').at(-1) ?? '']
  return value === undefined
    ? undefined
    : {
        ARN: secretArn(name),
        Name: name,
        SecretString: JSON.stringify(value),
        VersionId: 'local',
        VersionStages: ['AWSCURRENT'],
      }
}
