/** The pretended account. fauxqs and Dynoxide know no other account id; the SDK wants a region that exists. */
export const account = { id: '000000000000', region: 'us-east-1' } as const

/** The ARN of something in the pretended account. */
export const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:${account.region}:${account.id}:${resource}`
