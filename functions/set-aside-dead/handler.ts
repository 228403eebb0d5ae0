import { keepDead } from '../../core/record/set-aside-dead.ts'
import { deadLetterHandler } from '../kit/dead-letters.ts'
import { once } from '../kit/once.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = deadLetterHandler(dead => keepDead(deps(), dead))
