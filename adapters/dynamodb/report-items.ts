import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import type { Atom } from '../../core/report/cells.ts'
import { dimensions } from '../../core/report/dimension.ts'
import type { StoredVector } from '../../core/report/store.ts'
import { reportKeys } from './keys.ts'
import type { Item } from './table.ts'

const dimsSchema = z.partialRecord(z.enum([...dimensions, 'from×to']), z.string())
const numbersSchema = z.record(z.string(), z.number())

/** A fact as it is stored: hour, day where it is another than that of the hour, which of the dimensions, what it adds. */
const packedAtomSchema = z.object({
  h: z.string(),
  d: z.string().optional(),
  i: z.int(),
  c: numbersSchema,
  b: numbersSchema.optional(),
  w: z.literal(true).optional(),
})
const packedSchema = z.object({ dims: z.array(dimsSchema), atoms: z.array(packedAtomSchema) })

const vectorSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  first: z.string().optional(),
  packed: z.union([z.string(), z.instanceof(Uint8Array)]),
})

/** An item of up to 1 KB costs one write unit, however short it is. */
const shortest = 850
const mostUnpacked = 50_000_000

/** What a customer contributes in a slice of time. Most facts of one customer have the same dimensions, named once. */
export function vectorItem(generation: number, customer: string, vector: StoredVector): Item {
  const { slice, version, first, atoms } = vector
  const names = new Map<string, number>()
  const dims: Atom['dims'][] = []
  const packed = atoms.map(atom => {
    const name = JSON.stringify(atom.dims)
    const at = names.get(name) ?? dims.push(atom.dims) - 1
    names.set(name, at)
    const { hour, day, counts, buckets, who } = atom
    return { h: hour, ...(day !== hour.slice(0, 10) && { d: day }), i: at, c: counts, b: buckets, w: who }
  })
  const text = JSON.stringify({ dims, atoms: packed })
  const stored = text.length < shortest ? text : deflateRawSync(text)
  return { ...reportKeys.vector(generation, customer, slice), v: 1, version, first, packed: stored }
}

export function readVector(item: Item): StoredVector {
  const { version, first, packed } = vectorSchema.parse(item)
  const text =
    typeof packed === 'string' ? packed : inflateRawSync(packed, { maxOutputLength: mostUnpacked }).toString()
  const { dims, atoms } = packedSchema.parse(JSON.parse(text))
  return {
    slice: item.sk,
    version,
    ...(first !== undefined && { first }),
    atoms: atoms.map(({ h, d, i, c, b, w }) => ({
      ...{ hour: h, day: d ?? h.slice(0, 10), dims: dims[i] ?? {}, counts: c },
      ...(b && { buckets: b }),
      ...(w && { who: w }),
    })),
  }
}
