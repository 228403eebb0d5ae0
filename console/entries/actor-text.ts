import type { Say } from '../words/words.ts'

/**
 * Who did something, as the API names them: `Anna Müller (anna-muller)`, `throughline` where nobody did, `evidence` where
 * what somebody said or proved linked what is theirs.
 */
export const actorText = (actor: string, say: Say): string => {
  if (actor === 'throughline') return say('actor.nobody')
  return actor === 'evidence' ? say('actor.evidence') : actor.replace(/ \([^()]*\)$/, '')
}
