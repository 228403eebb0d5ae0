/** What a mail may say of its looks: nothing that loads, covers what is beside it, or leaves its place. */
const allowed =
  /^(?:color|background-color|font-(?:family|size|style|weight|variant-[a-z]+)|text-(?:align|indent|transform|decoration-[a-z]+)|line-height|letter-spacing|word-spacing|white-space(?:-[a-z]+)?|vertical-align|(?:margin|padding)-[a-z]+|border-(?:top|right|bottom|left|collapse|spacing)(?:-[a-z-]+)?|(?:min-|max-)?(?:width|height)|display|float|clear|list-style-(?:type|position)|table-layout|direction|overflow-wrap|word-break)$/

/** Longhands as the browser itself understood them, so no way of writing hides anything. */
export function keepAllowed(style: CSSStyleDeclaration): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name)
    if (!allowed.test(name) || /(?:url|image|var|attr|env)[^(]*\(/i.test(value)) style.removeProperty(name)
  }
}

/**
 * The mail's own style sheets for a window, with what `keepAllowed` keeps of each rule. Rules that load something, or
 * are none of a style or of a condition, are left out.
 */
export function sheetFor(view: { CSSStyleSheet: typeof CSSStyleSheet }, sheets: readonly string[]): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(sheets.map(text => text.slice(0, longestSheet)).join('\n'))
  reduce(sheet)
  return sheet
}

const longestSheet = 200_000

function reduce(rules: { cssRules: CSSRuleList; deleteRule: (index: number) => void }): void {
  for (let at = rules.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = rules.cssRules[at]
    if (isStyle(rule)) {
      keepAllowed(rule.style)
      reduce(rule)
    } else if (isMedia(rule)) reduce(rule)
    else rules.deleteRule(at)
  }
}

/** Rules are of the frame's own window, so that they are no instance of what this window calls so. */
const isStyle = (rule: CSSRule | undefined): rule is CSSStyleRule => rule?.constructor.name === 'CSSStyleRule'
const isMedia = (rule: CSSRule | undefined): rule is CSSMediaRule => rule?.constructor.name === 'CSSMediaRule'

/** Whether the author chose colours: then the mail is shown on the paper that they chose them for. */
export const hasColours = (content: ParentNode, sheets: readonly string[]): boolean =>
  sheets.some(sheet => /(?:^|[^-])(?:color|background)\s*:/i.test(sheet)) ||
  [...content.querySelectorAll('*')].some(
    element =>
      element.hasAttribute('bgcolor') ||
      element.hasAttribute('color') ||
      /color|background/i.test(element.getAttribute('data-quiet-style') ?? ''),
  )
