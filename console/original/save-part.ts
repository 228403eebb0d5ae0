import type { Slice } from './load-pictures.ts'

/** All bytes of a part, asked for piece by piece; `onShare` hears how much is there, from 0 to 1. */
export async function readWhole(
  read: (offset: number) => Promise<Slice>,
  onShare: (share: number) => void,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const slice: Slice = await read(offset)
    pieces.push(Uint8Array.from(atob(slice.content), character => character.charCodeAt(0)))
    offset = slice.next
    onShare(offset === undefined ? 1 : offset / slice.bytes)
  }
  // No type that a browser would open by itself: it is saved, and the person decides what opens it.
  return new Blob(pieces, { type: 'application/octet-stream' })
}

/** Hands bytes to the browser's downloads, under this name. */
export function save(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
