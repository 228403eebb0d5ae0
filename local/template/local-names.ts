import { account, arnOf } from '../engines/account.ts'

/** Where on this machine the things answer that a template only knows by reference. */
export type LocalAddresses = { aws: string; publicUrl: string; issuer: string; audience: string }

/** A resource with the name its template gives it, if any. */
export type Named = { id: string; type: string; name: string | undefined }

/** The physical name: the one of the template, else the logical id, in the spelling that the service accepts. */
export function localName({ id, type, name }: Named): string {
  if (name !== undefined) return name
  return type === 'AWS::S3::Bucket' ? id.toLowerCase() : id
}

/** What `Ref` gives. For what does not exist on this machine: its logical id. */
export function refOf(resource: Named, addresses: LocalAddresses): string {
  const name = localName(resource)
  switch (resource.type) {
    case 'AWS::SQS::Queue':
      return `${addresses.aws}/${account.id}/${name}`
    case 'AWS::SecretsManager::Secret':
      return secretArn(name)
    case 'AWS::Cognito::UserPoolClient':
      return addresses.audience
    default:
      return name
  }
}

/** What `Fn::GetAtt` gives. For what does not exist on this machine: a text that names it. */
export function attributeOf(resource: Named, attribute: string, addresses: LocalAddresses): string {
  switch (attribute) {
    case 'Arn':
    case 'TableArn':
      return localArn(resource)
    case 'StreamArn':
      return `${localArn(resource)}/stream/local`
    case 'QueueUrl':
      return refOf(resource, addresses)
    case 'QueueName':
      return localName(resource)
    case 'ApiEndpoint':
      return addresses.publicUrl
    case 'ProviderURL':
      return addresses.issuer
    default:
      return `${localName(resource)}.${attribute}`
  }
}

/**
 * The address on this machine of an API that a template builds from the API's id: clients connect to `wss:` ones at the
 * public address, functions call `https:` ones ("@connections") where they call AWS.
 */
export const localUrl = (text: string, { aws, publicUrl }: LocalAddresses): string =>
  text
    .replace(/^https:\/\/[^./]+\.execute-api\.[^/]+/, aws)
    .replace(/^wss:\/\/[^./]+\.execute-api\.[^/]+/, publicUrl.replace(/^http/, 'ws'))

function localArn(resource: Named): string {
  const name = localName(resource)
  switch (resource.type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`
    case 'AWS::SQS::Queue':
      return arnOf('sqs', name)
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return arnOf('dynamodb', `table/${name}`)
    case 'AWS::Lambda::Function':
      return arnOf('lambda', `function:${name}`)
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account.id}:role/${name}`
    default:
      return arnOf('local', `${resource.type}/${name}`)
  }
}

/** Secrets Manager adds six characters of its own to the name; CDK takes them off again when it asks for the name. */
export const secretArn = (name: string): string => arnOf('secretsmanager', `secret:${name}-local0`)
