import * as z from 'zod'
import type { Resources } from './resolve.ts'

const secretSchema = z.looseObject({ Name: z.string() })

/** The names of the app's secrets; their values are on this machine, in secrets.json. */
export const readSecretNames = (resources: Resources): string[] =>
  resources.ofType('AWS::SecretsManager::Secret').map(({ properties }) => secretSchema.parse(properties).Name)
