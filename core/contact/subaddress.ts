/**
 * A mail address with a detail behind a plus sign reaches the mailbox without it (RFC 5233 section 1; receipt rules of
 * Amazon SES match so too: https://docs.aws.amazon.com/ses/latest/DeveloperGuide/receiving-email-receipt-rules.html).
 */
const detailed = /^([^+@]+)\+([^@]*)(@.+)$/

/** `support@example.com` for `support+anything@example.com`; an address without a detail is itself. */
export const withoutDetail = (address: string): string => address.replace(detailed, '$1$3')

/** `anything` for `support+anything@example.com`, undefined without a detail. */
export const detailOf = (address: string): string | undefined => detailed.exec(address)?.[2]
