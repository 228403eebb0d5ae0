import type { Plugin } from 'vite'

/**
 * The frame's toolbar for narrow screens (Cloudscape, app-layout/visual-refresh) gives its `nav` an `aria-orientation`, which
 * the role of a navigation does not have (WAI-ARIA 1.2, aria-orientation: used in roles); axe finds it as `aria-allowed-attr`.
 * It is left out. The build fails where the library no longer has it, so that this goes, too.
 */
export const plainNav = (): Plugin => ({
  name: 'plain-nav',
  transform(code, id) {
    if (!toolbar.test(id)) return undefined
    const plain = code.replace(orientation, '$1')
    if (plain === code) this.error('the toolbar has no orientation any more: plainNav is not needed')
    return { code: plain, map: null }
  },
})

const toolbar = /components\/app-layout\/visual-refresh\/mobile-toolbar\.js$/
const orientation = /(createElement\("nav", \{[^}]*?)"aria-orientation": "horizontal", /
