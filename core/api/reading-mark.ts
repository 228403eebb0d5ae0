import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** `upTo`: what had arrived by then was read; absent for who has never read the timeline. */
export const shownReadingMarkSchema = z.object({ upTo: instantSchema.optional() }).meta({ id: 'ReadingMark' })

export const readingMarkInputSchema = z
  .strictObject({
    upTo: z.iso
      .datetime({ offset: true })
      .transform(text => new Date(text).toISOString())
      .describe('when the newest of what was read had arrived'),
  })
  .meta({ id: 'ReadingMarkInput' })
