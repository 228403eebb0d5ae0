import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/corpus/**', 'node_modules/**'],
    globalSetup: ['test/one-dynamodb-local.ts'],
    // On two cores one worker would be the default; tests wait more than they compute.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The console's components bring styles along, which only Vite can load.
    server: { deps: { inline: [/@cloudscape-design/] } },
  },
})
