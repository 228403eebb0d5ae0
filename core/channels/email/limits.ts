/**
 * What reading one mail may cost, whatever its bytes. Work grows with the size of the mail and with nothing else, so
 * `mailBytes` bounds the time; the others bound what a small mail may unfold into. What lies beyond a limit is left
 * out and stays in the raw payload; only a mail above `mailBytes` is set aside (SES takes mails of up to 40 MB:
 * https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
 */
export const limits = {
  mailBytes: 40 * 1024 * 1024,
  headerBytes: 256 * 1024,
  headerFields: 1000,
  partHeaderBytes: 16 * 1024,
  partHeaderFields: 50,
  parts: 500,
  depth: 16,
  delimiters: 20_000,
  /** Decoded bytes of all text parts together. */
  textBytes: 512 * 1024,
  /** Lines looked at for quotes and signatures. */
  lines: 10_000,
  lineLength: 4_000,
  /** Text scanned for phone numbers and addresses, from its start (own words) and from its end (signature). */
  scanned: 16 * 1024,
  recipients: 50,
  addressField: 64 * 1024,
  references: 100,
  attachments: 100,
  phones: 10,
} as const
