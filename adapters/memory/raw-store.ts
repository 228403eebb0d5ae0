import type { RawStore } from '../../core/raw/raw-store.ts'

/** The intake bucket in memory; `now` gives the time (RFC 3339 UTC, ms) at which an object is stored. */
export function memoryRawStore(now: () => string): RawStore {
  const objects = new Map<string, { bytes: Uint8Array; storedAt: string }>()

  return {
    write: async (object, bytes) => {
      objects.set(object, { bytes: bytes.slice(), storedAt: now() })
    },
    read: async (object, range) => {
      const stored = objects.get(object)
      if (stored === undefined || range === undefined) return stored
      return { ...stored, bytes: stored.bytes.slice(range.offset, range.offset + range.length) }
    },
    stream: async object => {
      const stored = objects.get(object)
      return stored && once(stored.bytes)
    },
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
