import { once } from '../kit/once.ts'
import { answerRequest } from './answer.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = (event: unknown): Promise<void> => answerRequest(deps(), event)
