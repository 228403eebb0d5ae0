export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/**
 * What kind of picture these bytes begin, by themselves and whatever their sender calls them. Undefined for everything
 * that a browser does more with than paint it, SVG among them
 * (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern).
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const begins = (text: string, at = 0) => [...text].every((character, n) => bytes[at + n] === character.charCodeAt(0))
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (begins('\xff\xd8\xff')) return 'image/jpeg'
  if (begins('GIF87a') || begins('GIF89a')) return 'image/gif'
  return begins('RIFF') && begins('WEBPVP', 8) ? 'image/webp' : undefined
}
