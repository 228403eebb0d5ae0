import { sendDigests } from '../../core/digest/send-due.ts'
import { once } from '../kit/once.ts'
import { scheduleHandler } from '../kit/schedule.ts'
import { dependencies } from './dependencies.ts'

const start = once(dependencies)

export const handler = scheduleHandler(() => sendDigests(start()()))
