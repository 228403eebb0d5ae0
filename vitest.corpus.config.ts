import { defineConfig } from 'vitest/config'

/** Tests on real files that are not part of the project: see test/corpus. */
export default defineConfig({
  test: { include: ['test/corpus/**/*.corpus.test.ts'], testTimeout: 600_000, hookTimeout: 120_000 },
})
