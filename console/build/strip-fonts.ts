import type { Plugin } from 'vite'

/**
 * Cloudscape's styles carry Open Sans inside, 135 KB after gzip, which every first visit would wait for. Without it the
 * console is set in the system's own font, which its font stack names next.
 */
export const stripFonts = (): Plugin => ({
  name: 'strip-embedded-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/\.css(?:\?|$)/.test(id)) return undefined
    return { code: withoutEmbeddedFonts(code), map: null }
  },
})

export const withoutEmbeddedFonts = (css: string): string =>
  css.replace(/@font-face\s*\{[^}]*url\(["']?data:[^}]*\}/g, '')
