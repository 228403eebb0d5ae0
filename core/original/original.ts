/** What a mail looked like: its markup and its plain text as they came, and what came with it. */
export type Original = {
  /** As its author wrote it, so never to be shown before it was sanitised; absent where a mail has plain text only. */
  html?: string
  text: string
  /** There was more than the limits take. */
  cut: boolean
  parts: OriginalPart[]
}

/**
 * A part of a mail besides its text. `id` is its path in the mail (RFC 3501 section 6.4.5), or `file-1` where we sent
 * it. `mediaType` is what its sender calls it, and true of nothing. `inline`: the markup shows it, by its `contentId`
 * (RFC 2392).
 */
export type OriginalPart = {
  id: string
  name: string
  mediaType: string
  bytes: number
  inline: boolean
  contentId?: string
}

/** A piece of a part's bytes, from `offset` on. `bytes` is how many the whole part has. */
export type PartSlice = OriginalPart & { offset: number; content: Uint8Array }

/** What one answer may hold: a Lambda function's is 6 MB at most, and base64 adds a third. */
export const mostOriginal = {
  htmlBytes: 500_000,
  textBytes: 200_000,
  sliceBytes: 3 * 1024 * 1024,
} as const
