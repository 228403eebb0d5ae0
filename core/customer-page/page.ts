/** A page as it is answered. `name` says which it was, for the log; it tells nothing of the link. */
export type Page = { status: number; name: PageName; html: string }

/** Every page that a customer may get. */
export type PageName =
  | 'survey'
  | 'survey-thanks'
  | 'survey-incomplete'
  | 'survey-stopped'
  | 'confirm'
  | 'confirmed'
  | 'unsubscribe'
  | 'unsubscribed'
  | 'half-confirmed'
  | 'obsolete'
  | 'used'
  | 'expired'
  | 'forged'
  | 'wrong-method'
  | 'too-large'
  | 'failed'
