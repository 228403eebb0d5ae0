/** What may speak against an answer: a rule of its network, what the customer does not want, what it says, what somebody else did. */
export const refusalKinds = [
  ...(['form', 'empty', 'length', 'html', 'subject', 'media', 'media-count', 'media-type', 'media-size'] as const),
  ...(['text-or-media', 'window', 'no-way', 'id-used', 'gone', 'not-theirs'] as const),
  ...(['do-not-contact', 'denied', 'not-granted', 'not-agreed', 'unproven'] as const),
  ...(['unconfirmed', 'unfilled', 'contradicts-promise', 'contradicts-answer'] as const),
  ...(['another-answer', 'new-contact'] as const),
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** Why an answer is not taken in as it is. What is `waivable` goes out when the writer says that it is meant so. */
export type Refusal = { kind: RefusalKind; message: string; entryIds: string[]; waivable: boolean }
