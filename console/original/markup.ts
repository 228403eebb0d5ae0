/**
 * A mail's markup before the sanitiser reads it, with its style sheets apart. Reading markup reports every inline style
 * and handler to the page's security policy, also where nothing of it ever runs, and what the policy reports should be
 * what something got through. So such attributes are renamed here. This makes nothing safe: the sanitiser does. Whatever
 * is missed here it removes, with a line in the browser's log.
 */
export function quietMarkup(html: string): { markup: string; sheets: string[] } {
  const sheets: string[] = []
  const markup = html
    .replace(apart, (_, sheet?: string) => {
      if (sheet !== undefined) sheets.push(sheet)
      return ''
    })
    .replace(/<(\/?)(style|script|base)(?=[\s/>])/gi, '<$1x-$2')
    .replace(loud, (_, before: string, name: string) => `${before}${mark}${name}`)
  return { markup, sheets }
}

/** Comments, and the scripts and style sheets that do not stand in one. */
const apart =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<script\b[^>]*>[\s\S]*?<\/script[^>]*>|<style\b[^>]*>([\s\S]*?)<\/style[^>]*>/gi

const loud = /([\s"'/`])(style|on[a-z]+)(?=\s*=)/gi

/** Begins the names of attributes that were renamed. */
export const mark = 'data-quiet-'
export const styleAttribute = `${mark}style`

/** Takes the mark off words and values that only looked like an attribute. */
export const withoutMarks = (text: string): string => text.replaceAll(mark, '')
