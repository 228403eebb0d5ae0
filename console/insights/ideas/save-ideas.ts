import { csvOf } from '../../../core/catalogue/csv.ts'
import { save } from '../../original/save-part.ts'
import type { Idea } from './idea-card.tsx'

const columns = ['topic', 'label', 'kind', 'asked', 'before', 'tag', 'settled', 'covered_by', 'asked_as', 'answered']

/** Saves the ideas with what was asked and answered: one line for each question. */
export function saveIdeas(items: readonly Idea[]): void {
  const rows = items.flatMap(({ topic, label, kind, asked, before, tag, settled, coverage, exchanges }) =>
    (exchanges.length > 0 ? exchanges : [undefined]).map(exchange => [
      ...[topic, label, kind, asked, before, tag, settled, coverage?.entry.title],
      ...[exchange?.asked.text, exchange?.answers.map(({ text }) => text).join('\n\n')],
    ]),
  )
  save(new Blob([csvOf(columns, rows)], { type: 'text/csv' }), 'content ideas.csv')
}
