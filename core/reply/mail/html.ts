const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML shows it, letter by letter; lines stay lines. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, letter => entities[letter] ?? letter)

/** Lines of a text: spaces at their beginning and in a row are kept. */
const shownLines = (text: string): string =>
  escapeHtml(text)
    .replace(/^ +| {2,}/gm, spaces => '&nbsp;'.repeat(spaces.length - 1).concat(' '))
    .replaceAll('\n', '<br>')

/** HTML that says what the text says. `dir="auto"`: each part has the direction of its own script. */
export const htmlOfText = (text: string): string => `<div dir="auto">${shownLines(text)}</div>`

/** What is inside the body of a page; what is no page is all inside. */
export const bodyOf = (html: string): string => /<body\b[^>]*>([\s\S]*?)(?:<\/body\b|$)/i.exec(html)?.[1] ?? html

/** A page around its body. `language` is a BCP 47 tag. */
export const pageOf = (body: string, language: string | undefined): string =>
  [
    '<!DOCTYPE html>',
    language === undefined ? '<html>' : `<html lang="${escapeHtml(language)}">`,
    '<head><meta charset="utf-8"></head>',
    `<body>${body}</body>`,
    '</html>',
  ].join('\n')
