import { defineConfig } from 'vitest/config'

// These suites start browsers, servers, installs and compilers.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 300_000, maxWorkers: 2 } })
