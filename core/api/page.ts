import * as z from 'zod'

/** How many items a page of a list holds. */
export const limitSchema = z.coerce.number().int().min(1).max(100).default(25)

/** Where the page before ended, as its answer said; to be handed back unchanged. */
export const cursorTextSchema = z.string().min(1).max(1024)

/** A page of a list. `cursor` is there exactly when more may follow. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).max(100), cursor: z.string().optional() })

export type Page<Item> = { items: Item[]; cursor?: string }
