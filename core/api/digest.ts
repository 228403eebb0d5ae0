import * as z from 'zod'

export const digestQuerySchema = z.strictObject({
  department: z.string().min(1).max(64).optional().describe('everybody’s, if absent'),
  days: z.coerce.number().int().min(1).max(31).default(7).describe('so many days up to yesterday'),
})

export const digestSchema = z
  .object({
    subject: z.string(),
    text: z.string(),
    html: z.string().describe('a whole document; names in it are escaped'),
    period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  })
  .meta({ id: 'Digest' })
