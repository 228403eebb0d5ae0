import { defineConfig } from 'vitest/config'

/** Nothing but values: their files may follow each other in one process, which spares the start of one for each. */
const pure = [
  ...['brief', 'callback', 'campaign', 'catalogue', 'channels', 'clock', 'contact', 'conversation', 'credit', 'digest'],
  ...['facts', 'forecast', 'handover', 'hours', 'macro', 'outcome', 'payload', 'people', 'record', 'repeat', 'reply'],
  ...['report', 'sentiment', 'signature', 'signed-link', 'statistics', 'timeline', 'topic', 'world'],
].map(area => `test/${area}/**/*.test.ts`)

const limits = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/one-dynamodb-local.ts'],
    // On two cores one worker would be the default; tests wait more than they compute.
    maxWorkers: 2,
    projects: [
      { test: { name: 'values', include: pure, isolate: false, ...limits } },
      {
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...pure, 'test/e2e/**', 'test/corpus/**', 'node_modules/**'],
          ...limits,
          // The console's components bring styles along, which only Vite can load.
          server: { deps: { inline: [/@cloudscape-design/] } },
        },
      },
    ],
  },
})
