import { defineConfig } from 'vitest/config'

// Files share a worker, and what is built is imported as it stands (8 s of a processor instead of 11 s).
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], isolate: false, server: { deps: { external: [/\/dist\//] } } },
})
