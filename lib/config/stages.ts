import type { StageSettings, stageNames } from './schema.ts'

/**
 * The settings of each stage: edit `dev` and `prod` before you deploy. Addresses under `.example` (RFC 2606) receive
 * nothing; synth warns until they are replaced.
 */
export const stages: Record<(typeof stageNames)[number], StageSettings> = {
  local: {
    stage: 'local',
    allowedOrigins: [],
    sendingIdentities: ['localhost', 'example.com', 'larkfield.example.com', 'merrow.example.com'],
    protectData: false,
    logDays: 7,
    throttle: { ratePerSecond: 1_000, burst: 1_000 },
    recordConcurrency: 2,
    multiFactor: 'optional',
  },
  dev: {
    stage: 'dev',
    allowedOrigins: [],
    alarmEmail: 'operations@dev.throughline.example',
    sendingIdentities: ['dev.throughline.example'],
    protectData: true,
    logDays: 14,
    rawPayloadDays: 90,
    throttle: { ratePerSecond: 50, burst: 100 },
    recordConcurrency: 5,
    multiFactor: 'optional',
    mail: {
      activation: 'automatic',
      mailboxes: [{ source: 'support', address: 'support@dev.throughline.example' }],
    },
  },
  prod: {
    stage: 'prod',
    allowedOrigins: [],
    alarmEmail: 'operations@throughline.example',
    sendingIdentities: ['throughline.example'],
    protectData: true,
    logDays: 90,
    throttle: { ratePerSecond: 500, burst: 1_000 },
    webhookConcurrency: 100,
    recordConcurrency: 50,
    multiFactor: 'required',
    mail: {
      activation: 'automatic',
      mailboxes: [{ source: 'support', address: 'support@throughline.example' }],
    },
  },
}
