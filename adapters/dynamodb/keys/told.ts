/** The beginnings of the keys whose changes are published: entries, decisions about identity, conversations, agents, outcomes, mention counts. */
export const publishedKeyPrefixes: readonly { pk: string; sk?: string }[] = [
  { pk: 'S#', sk: 'T#' },
  { pk: 'C#', sk: 'LOG#' },
  { pk: 'Q#c#', sk: 'HEAD' },
  { pk: 'Q#agents' },
  { pk: 'Q#routing-rules' },
  { pk: 'Q#o#', sk: 'REPLY' },
  { pk: 'Q#outcome#' },
  { pk: 'Q#listening#' },
  { pk: 'Y#insight#' },
]

/** The beginnings of the keys whose changes are told live; every other change need not wake anybody. */
export const liveKeyPrefixes: readonly { pk: string; sk?: string }[] = [
  { pk: 'S#', sk: 'T#' },
  { pk: 'C#', sk: 'META' },
  { pk: 'Q#c#', sk: 'HEAD' },
  { pk: 'Y#presence#' },
  { pk: 'Q#o#', sk: 'REPLY' },
]
