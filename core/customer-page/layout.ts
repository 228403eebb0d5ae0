import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { PageLanguage } from '../question/languages.ts'
import { base64 } from '../signature/compare.ts'
import { type Html, html } from './html.ts'

/** Colours have a contrast of 7 to 1 and more, in the light and in the dark. Targets are 48 px: WCAG 2.2, 2.5.5. */
const style = `
:root{color-scheme:light dark;--page:#fff;--text:#1b1f24;--soft:#4a535e;--line:#6b7580;--act:#0b4f9e;--on:#fff}
@media (prefers-color-scheme:dark){:root{--page:#14181d;--text:#eef1f4;--soft:#c3cad2;--line:#8d97a2;--act:#9cc8ff;--on:#0b1016}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
fieldset{border:0;margin:0 0 1.5rem;padding:0}
legend{padding:0;margin:0 0 .75rem;font-weight:600}
.scores{display:flex;flex-wrap:wrap;gap:.5rem}
.score{position:relative}
.score input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.score span{display:grid;place-items:center;min-width:3rem;min-height:3rem;border:2px solid var(--line);border-radius:.5rem;font-weight:600}
.score input:checked+span{background:var(--act);border-color:var(--act);color:var(--on)}
.score input:focus-visible+span,button:focus-visible,textarea:focus-visible{outline:3px solid var(--act);outline-offset:3px}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.5rem 0 0;color:var(--soft)}
label.words{display:block;margin:0 0 .5rem;font-weight:600}
textarea{width:100%;padding:.75rem;border:2px solid var(--line);border-radius:.5rem;background:var(--page);color:var(--text);font:inherit}
button{min-height:3rem;margin:1.5rem 0 0;padding:.5rem 1.5rem;border:0;border-radius:.5rem;background:var(--act);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
button.quiet{margin-left:.75rem;background:none;border:2px solid var(--line);color:var(--text)}
@media (forced-colors:active){.score input:checked+span{outline:4px solid Highlight}}
`

/** Only this very style is applied, nothing is loaded, nothing runs (https://www.w3.org/TR/CSP3/). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${base64(sha256(utf8ToBytes(style)))}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A whole page; it needs no script and nothing from elsewhere. */
export const layout = (language: PageLanguage, title: string, content: Html): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.html
