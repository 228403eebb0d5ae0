/**
 * The Message-ID, without angle brackets, that a mail has which SES sent under this id: SES puts its own in the place of
 * ours (https://docs.aws.amazon.com/ses/latest/dg/header-fields.html). Its domain is that of the region, and in the
 * oldest region, us-east-1, `email` still (https://github.com/drewblas/aws-ses/pull/68).
 */
export const sesMessageId = (id: string, region: string): string =>
  id.includes('@') ? id : `${id}@${region === 'us-east-1' ? 'email' : region}.amazonses.com`
