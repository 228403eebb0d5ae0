import { errorFields, log } from './log.ts'

/** The frame of a function that runs by the clock: it says how much it did. A failure is thrown, so that Lambda tries again. */
export const scheduleHandler = (work: () => Promise<number>) => async (): Promise<void> => {
  try {
    log('INFO', 'done', { changed: await work() })
  } catch (error) {
    log('WARN', 'failed', errorFields(error))
    throw error
  }
}
