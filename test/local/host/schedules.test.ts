import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { LastRunFile } from '../../../local/host/schedules/last-run-file.ts'
import { ScheduleRunner } from '../../../local/host/schedules/schedule-runner.ts'
import { scheduleTimes } from '../../../local/host/schedules/schedule-times.ts'
import { planSchedules, runNow } from '../../../local/host/schedules/start-schedules.ts'
import type { Schedule } from '../../../local/template/schedules.ts'
import { fixtureApp } from '../fixture-app.ts'
import { tempDir } from '../temp-dir.ts'
import { fixtureFunction } from './bundles.ts'
import { localHost } from './local-host.ts'

const patience = { timeout: 20_000, interval: 5 }
const minuteMs = 60_000
const start = Date.parse('2026-04-01T12:00:00.000Z')
const ended = async (): Promise<void> => undefined
const eventSchema = z.looseObject({ time: z.string() })

/** A runner whose clock a test sets, over a function that takes note of what it is sent. */
function makeRunner(expression: string, { lastRun, input }: { lastRun?: number; input?: unknown } = {}) {
  const clock = { now: start }
  const events: unknown[] = []
  const lines: string[] = []
  const file = new LastRunFile(join(tempDir(), 'run.json'), expression)
  if (lastRun !== undefined) file.write(lastRun)
  const run = { answer: ended }
  const runner = () => {
    const one = new ScheduleRunner({
      schedule: { name: 'sweep', service: 'rule', expression, function: 'sweep', input },
      times: scheduleTimes(expression),
      pool: {
        invoke: async event => {
          events.push(event)
          return run.answer()
        },
      },
      lastRun: file,
      now: () => clock.now,
      newId: () => 'id',
      report: line => void lines.push(line),
      longestSleepMs: 1,
      retryAfterMs: [1, 1],
    })
    onTestFinished(() => one.stop())
    return one
  }
  const times = () => events.map(event => eventSchema.parse(event).time)
  return { clock, events, times, lines, file, run, runner }
}

/** Long enough for a runner that sleeps a millisecond at a time to have done what it will do. */
const settle = () => new Promise(resolve => setTimeout(resolve, 30))

describe('a schedule', () => {
  test('runs when its time comes, and not before', async () => {
    const { clock, events, times, runner } = makeRunner('rate(5 minutes)')
    runner()
    await settle()
    expect(events).toEqual([])
    clock.now = start + 5 * minuteMs
    await vi.waitFor(() => expect(events).toHaveLength(1), patience)
    clock.now = start + 10 * minuteMs
    await vi.waitFor(() => expect(times()).toEqual(['2026-04-01T12:05:00Z', '2026-04-01T12:10:00Z']), patience)
  })

  test('sends what EventBridge sends, or its input instead', async () => {
    const { clock, events, runner } = makeRunner('cron(30 12 * * ? *)')
    runner()
    clock.now = start + 31 * minuteMs
    await vi.waitFor(() => expect(events).toHaveLength(1), patience)
    expect(events[0]).toEqual({
      version: '0',
      id: 'id',
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: '2026-04-01T12:30:00Z',
      region: 'us-east-1',
      resources: ['arn:aws:events:us-east-1:000000000000:rule/sweep'],
      detail: {},
    })
    const other = makeRunner('rate(1 minute)', { input: { look: 'at everything' }, lastRun: start - minuteMs })
    other.runner()
    await vi.waitFor(() => expect(other.events).toEqual([{ look: 'at everything' }]), patience)
  })

  test('that was due while the machine was off runs once at the start, however often it was', async () => {
    const { clock, times, runner } = makeRunner('rate(5 minutes)', { lastRun: start - 1000 * minuteMs })
    runner()
    await vi.waitFor(() => expect(times()).toEqual(['2026-04-01T12:00:00Z']), patience)
    await settle()
    expect(times()).toHaveLength(1)
    clock.now += 5 * minuteMs
    await vi.waitFor(() => expect(times()).toHaveLength(2), patience)
  })

  test('is run by hand as it runs by itself', async () => {
    const events: unknown[] = []
    const schedule: Schedule = {
      ...{ name: 'sweep', service: 'rule', expression: 'rate(1 day)', function: 'sweep', input: { look: 'around' } },
    }
    const runSweep = runNow(planSchedules([schedule]), () => ({
      invoke: async event => {
        events.push(event)
      },
    }))
    await runSweep('sweep')
    expect(events).toEqual([{ look: 'around' }])
    await expect(runSweep('weep')).rejects.toThrow('No schedule runs weep.')
  })

  test('never runs beside itself', async () => {
    const { clock, events, run, runner } = makeRunner('rate(1 minute)', { lastRun: start - minuteMs })
    const { promise, resolve: end } = Promise.withResolvers<void>()
    run.answer = () => promise
    runner()
    await vi.waitFor(() => expect(events).toHaveLength(1), patience)
    clock.now += 10 * minuteMs
    await settle()
    expect(events).toHaveLength(1)
    end()
    await vi.waitFor(() => expect(events).toHaveLength(2), patience)
  })

  test('that fails is tried twice more, told of, and runs again at its next time', async () => {
    const { clock, events, lines, run, runner } = makeRunner('rate(1 minute)', { lastRun: start - minuteMs })
    run.answer = async () => {
      throw new Error('sweep threw')
    }
    runner()
    await vi.waitFor(() => expect(events).toHaveLength(3), patience)
    await settle()
    expect([events.length, lines]).toEqual([3, Array(3).fill('The schedule sweep failed: sweep threw')])
    run.answer = ended
    clock.now += minuteMs
    await vi.waitFor(() => expect(events).toHaveLength(4), patience)
  })

  test('that was cut short by the end comes again at the next start', async () => {
    const { events, file, run, runner } = makeRunner('rate(1 minute)', { lastRun: start - minuteMs })
    const { promise, reject: crash } = Promise.withResolvers<void>()
    run.answer = () => promise
    const first = runner()
    await vi.waitFor(() => expect(events).toHaveLength(1), patience)
    const stopped = first.stop()
    crash(new Error('stopped'))
    await stopped
    expect(file.read()).toBe(start - minuteMs)
    run.answer = ended
    runner()
    await vi.waitFor(() => expect(file.read()).toBe(start), patience)
    expect(events).toHaveLength(2)
  })

  test('is new when its expression changed or its file is damaged: then nothing was missed', () => {
    const path = join(tempDir(), 'run.json')
    new LastRunFile(path, 'rate(1 day)').write(start)
    expect(new LastRunFile(path, 'rate(1 day)').read()).toBe(start)
    expect(new LastRunFile(path, 'rate(2 days)').read()).toBeUndefined()
    writeFileSync(path, '{')
    expect(new LastRunFile(path, 'rate(1 day)').read()).toBeUndefined()
  })
})

const target = { Arn: { 'Fn::GetAtt': ['sweepFunction', 'Arn'] }, Id: 'Target0' }
const rule = (properties: object) => ({
  Sweep: { Type: 'AWS::Events::Rule', Properties: { Targets: [target], ...properties } },
})
const scheduler = (properties: object) => ({
  Sweep: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: { ScheduleExpression: 'rate(1 day)', Target: target, ...properties },
  },
})

/** Sends on when it was called, and by whom. */
const sweep = fixtureFunction(
  `export const handler = ({ time, source }) => send(process.env.WORK_QUEUE_URL, source + time)`,
)

describe('in the host', () => {
  test('a rule whose time passed while the host was down runs its function once', async () => {
    const folder = fixtureApp({ sweep }, rule({ ScheduleExpression: 'rate(1 day)' }))
    const dataDir = tempDir()
    const runs = ({ aws }: Awaited<ReturnType<typeof localHost>>) => aws.queues.depth('work')?.waiting
    const first = await localHost(folder, {}, dataDir)
    expect(runs(first)).toBe(0)
    await first.stop()
    const [name = ''] = readdirSync(join(dataDir, 'checkpoints')).filter(file => file.startsWith('schedule.'))
    new LastRunFile(join(dataDir, 'checkpoints', name), 'rate(1 day)').write(Date.parse('2026-01-01T00:00:00Z'))
    const second = await localHost(folder, {}, dataDir)
    await vi.waitFor(() => expect(runs(second)).toBe(1), patience)
    await second.stop()
    expect(runs(await localHost(folder, {}, dataDir))).toBe(1)
  })

  const transformed = { Arn: target.Arn, Id: 'Target0', InputTransformer: { InputTemplate: '{}' } }
  test.each([
    ['EventBridge would refuse', rule({ ScheduleExpression: 'rate(1 minutes)' }), /rate\(1 minutes\) is no rate/],
    [
      'makes its input of the event',
      rule({ ScheduleExpression: 'rate(1 day)', Targets: [transformed] }),
      /InputTransformer/,
    ],
    ['sends what is not known', scheduler({}), /sends no input/],
    ['runs in a zone', scheduler({ ScheduleExpressionTimezone: 'Europe/London' }), /in UTC/],
  ])('a schedule that %s keeps it from starting', async (_, resources, words) => {
    await expect(localHost(fixtureApp({ sweep }, resources))).rejects.toThrow(words)
  })

  test('a rule that is disabled, or waits for events, does not run by the clock', async () => {
    const disabled = rule({ ScheduleExpression: 'rate(1 minutes)', State: 'DISABLED' })
    const waiting = rule({ EventPattern: { source: ['aws.s3'] } })
    for (const resources of [disabled, waiting]) {
      const { dataDir } = await localHost(fixtureApp({ sweep }, resources))
      expect(existsSync(join(dataDir, 'checkpoints', 'schedule.Sweep.sweep.json'))).toBe(false)
    }
  })
})
