/**
 * The catalogue of what functions log. A line holds ids, counts and fixed words only: never a body, an address, a
 * number, a name or a secret. An error's own message may quote its input, so only its name and place are logged.
 */
export const messages = {
  recorded: 'a delivery was recorded',
  failed: 'a message failed and goes back to its queue',
  refused: 'a webhook was refused',
  stored: 'a payload was stored',
  setAside: 'dead messages were set aside',
  published: 'changes were published',
  split: 'a file was cut into rows',
  done: 'what was due was done',
  apiFailed: 'a request failed',
  plainBrief: 'the model gave no brief, the plain one is shown',
  plainTopics: 'the model gave no names of topics, or some that were refused: those keep their terms',
  plainSentiment: 'the model gave no judgement, the lexicon judges',
  socketFailed: 'a request of a live connection failed',
  pageShown: 'a page was shown to a customer',
  hungUp: 'live connections were gone, or did not take their events and were ended',
  hookOff: 'a webhook was switched off',
  digestFailed: 'a digest could not be put together and is tried again',
  reportsAudited: 'a month of reports was recomputed and compared',
} as const

type Field = string | number | boolean | undefined

export function log(
  level: 'INFO' | 'WARN' | 'ERROR',
  message: keyof typeof messages,
  fields: Record<string, Field> = {},
): void {
  console.log(JSON.stringify({ level, message: messages[message], ...fields }))
}

/** The kind of an error and the code line that threw it. */
export function errorFields(error: unknown): Record<string, Field> {
  if (!(error instanceof Error)) return { error: typeof error }
  const place = error.stack?.split('\n').find(line => line.trimStart().startsWith('at '))
  return { error: error.name, at: place?.trim() }
}
