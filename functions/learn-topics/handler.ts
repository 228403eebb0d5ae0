import { once } from '../kit/once.ts'
import { scheduleHandler } from '../kit/schedule.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = scheduleHandler(() => deps().learn())
