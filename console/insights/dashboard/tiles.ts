/** The figures that are seen first: how much comes in, how it is answered, and how people find it. */
export const tiles = [
  { report: 'volume', figure: 'inbound' },
  { report: 'first-response', figure: 'first-median' },
  { report: 'first-contact-resolution', figure: 'first-contact' },
  { report: 'repeat-contacts', figure: 'repeats-7' },
  { report: 'repeated-themselves', figure: 'repeated-rate' },
  { report: 'service-level', figure: 'first-kept' },
  { report: 'satisfaction', figure: 'csat' },
  { report: 'sentiment', figure: 'net-sentiment' },
] as const
