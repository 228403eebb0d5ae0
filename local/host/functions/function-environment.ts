import { account } from '../../engines/account.ts'
import type { Credentials } from '../../proxy/callers.ts'
import type { FunctionPlan } from '../../template/functions.ts'
import { tableAddress } from './table-door.ts'

/**
 * The environment of a function: that of its template, and what Lambda adds. The SDK finds "AWS" by AWS_ENDPOINT_URL,
 * and because that is an IP address it asks S3 in path style.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export const environmentOf = (
  { name, bundle, handler, environment, memoryMb }: FunctionPlan,
  endpoint: string,
  { accessKeyId, secretAccessKey }: Credentials,
): Record<string, string> => ({
  ...environment,
  AWS_REGION: account.region,
  AWS_DEFAULT_REGION: account.region,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_ENDPOINT_URL: endpoint,
  AWS_ENDPOINT_URL_DYNAMODB: tableAddress,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${memoryMb}`,
  LAMBDA_TASK_ROOT: bundle,
  _HANDLER: handler,
})
