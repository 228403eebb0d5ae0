/** Something we publish, as the API takes it. */
export type Entry = { title: string; url?: string | undefined; questions?: string[] | undefined }
type Known = { title: string; url?: string | undefined; questions: readonly string[] }

/** `title | address | question; question`, one entry a line. */
export const linesOf = (entries: readonly Known[]): string =>
  entries
    .map(({ title, url = '', questions }) => [title, url, questions.join('; ')].join(' | ').replace(/( \| )+$/, ''))
    .join('\n')

/** Lines without a title are none. */
export const entriesIn = (text: string): Entry[] =>
  text.split('\n').flatMap(line => {
    const [title = '', url = '', questions = ''] = line.split('|').map(part => part.trim())
    if (title === '') return []
    const asked = questions.split(';').flatMap(one => (one.trim() === '' ? [] : [one.trim()]))
    return [{ title, ...(url !== '' && { url }), ...(asked.length > 0 && { questions: asked }) }]
  })
