/**
 * Lambda gives a function its credentials in the environment, and nowhere else. Bundles take this in place of the SDK's
 * search through files, sign-on sessions and metadata services, whose clients would be an eighth of their size.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
