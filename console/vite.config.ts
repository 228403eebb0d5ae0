import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { plainNav } from './build/plain-nav.ts'
import { stripFonts } from './build/strip-fonts.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [stripFonts(), plainNav(), react()],
  build: {
    target: 'es2023',
    // As they are written: what would be made of them for older browsers follows no choice of theme.
    cssTarget: ['chrome125', 'firefox125', 'safari18'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
  logLevel: 'warn',
})
