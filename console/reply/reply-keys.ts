/** The names of what the reply box keeps of the API's answers. */
export const replyKeys = {
  /** Under the conversation's own name, so that whatever makes that one old makes this old too. */
  entries: (conversation: string) => ['conversation', conversation, 'entries'] as const,
  replies: (conversation: string) => ['replies', conversation] as const,
  drafts: (conversation: string) => ['drafts', conversation] as const,
  consent: (customer: string) => ['customer', customer, 'consent'] as const,
  macros: ['macros'] as const,
  preview: (conversation: string, macro: string, language: string) =>
    ['macros', conversation, macro, language] as const,
}
