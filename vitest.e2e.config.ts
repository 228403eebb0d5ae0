import { defineConfig } from 'vitest/config'

/** The console in a real browser, on the whole local stack: needs Chromium. */
export default defineConfig({
  test: { include: ['test/e2e/**/*.e2e.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
})
