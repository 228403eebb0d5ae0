import { SESClient } from '@aws-sdk/client-ses'
import type { Dependencies } from './answer.ts'

/** Everything that activate-rule-set touches, besides CloudFormation's answer URL. */
export const dependencies = (): Dependencies => ({ ses: new SESClient() })
