import type { Say } from '../words/words.ts'

/** Who did something, as the API names them: `Anna Müller (anna-muller)`, or `throughline` where nobody did. */
export const actorText = (actor: string, say: Say): string =>
  actor === 'throughline' ? say('actor.nobody') : actor.replace(/ \([^()]*\)$/, '')
