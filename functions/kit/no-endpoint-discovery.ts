/**
 * No command of DynamoDB that functions use looks for its endpoint.
 * Bundles take this in place of the SDK's cache of endpoints, which nothing reads then.
 */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
}
