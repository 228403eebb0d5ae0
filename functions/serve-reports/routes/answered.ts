import { Problem } from '../../../core/api/problem.ts'
import { Unanswerable } from '../../../core/catalogue/ask.ts'

/** What reports answer; what they do not keep is a problem that says what to ask instead. */
export async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Unanswerable) throw new Problem('not-kept', error.message)
    throw error
  }
}
