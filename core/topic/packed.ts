import type { Exemplar } from './assign.ts'

/** A longer text is known by so many of its features. */
const mostFeatures = 400

/**
 * Exemplars as bytes: for each the place of its topic and how many features it has, 16 bits each, then the features, 24
 * bits each, little end first.
 */
export function packExemplars(exemplars: readonly Exemplar[]): { topics: string[]; bytes: Uint8Array } {
  const topics = [...new Set(exemplars.map(({ topic }) => topic))]
  const places = new Map(topics.map((topic, place) => [topic, place]))
  const known = exemplars.map(({ terms, topic }) => ({
    place: places.get(topic) ?? 0,
    features: [...terms.keys()].slice(0, mostFeatures),
  }))
  const bytes = new Uint8Array(known.reduce((sum, { features }) => sum + 4 + 3 * features.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { place, features } of known) {
    view.setUint16(at, place, true)
    view.setUint16(at + 2, features.length, true)
    at += 4
    for (const feature of features) {
      view.setUint16(at, feature & 0xffff, true)
      view.setUint8(at + 2, feature >>> 16)
      at += 3
    }
  }
  return { topics, bytes }
}

/** What was packed. Throws `RangeError` where bytes are missing. */
export function unpackExemplars(topics: readonly string[], bytes: Uint8Array): Exemplar[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const exemplars: Exemplar[] = []
  let at = 0
  while (at < bytes.length) {
    const topic = topics[view.getUint16(at, true)] ?? ''
    const count = view.getUint16(at + 2, true)
    at += 4
    const terms = new Map<number, number>()
    for (let read = 0; read < count; read++, at += 3)
      terms.set(view.getUint16(at, true) | (view.getUint8(at + 2) << 16), 1)
    exemplars.push({ topic, terms })
  }
  return exemplars
}
