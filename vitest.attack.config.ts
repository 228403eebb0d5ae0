import { defineConfig } from 'vitest/config'

/** Hundreds of hostile payloads through the doors into a real browser: takes minutes, so it is run by itself. */
export default defineConfig({
  test: { include: ['test/e2e/xss.attack.ts'], testTimeout: 180_000, hookTimeout: 300_000, fileParallelism: false },
})
