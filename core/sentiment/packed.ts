import { cueCount } from './cues.ts'
import { places } from './features.ts'
import type { Model } from './model.ts'
import { sentiments } from './sentiment.ts'

const cueBytes = 4 * sentiments.length * cueCount
const header = 8

/** A model as bytes: its scale and the greatest weight of a feature, its cues, and each weight as 127ths of the greatest. */
export function packModel({ hashed, cues, scale }: Model): Uint8Array {
  const greatest = hashed.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1
  const bytes = new Uint8Array(header + cueBytes + hashed.length)
  const view = new DataView(bytes.buffer)
  view.setFloat32(0, scale, true)
  view.setFloat32(4, greatest, true)
  for (const [at, weight] of cues.entries()) view.setFloat32(header + 4 * at, weight, true)
  for (const [at, weight] of hashed.entries())
    view.setInt8(header + cueBytes + at, Math.round((127 * weight) / greatest))
  return bytes
}

/** What was packed; undefined for bytes of another size, which a release with other features kept. */
export function unpackModel(bytes: Uint8Array): Model | undefined {
  if (bytes.length !== header + cueBytes + sentiments.length * places) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const greatest = view.getFloat32(4, true)
  return {
    scale: view.getFloat32(0, true),
    cues: Float32Array.from({ length: sentiments.length * cueCount }, (_, at) =>
      view.getFloat32(header + 4 * at, true),
    ),
    hashed: Float32Array.from(
      { length: sentiments.length * places },
      (_, at) => (view.getInt8(header + cueBytes + at) * greatest) / 127,
    ),
  }
}
