import { defineConfig } from 'vitest/config'
import { AttackLast } from './test/e2e/attack-last.ts'

/** The console in a real browser, on the whole local stack: needs Chromium. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/one-stack.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    sequence: { sequencer: AttackLast },
    // The console's components bring styles along, which only Vite can load.
    server: { deps: { inline: [/@cloudscape-design/] } },
  },
})
