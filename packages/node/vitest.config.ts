import { defineConfig } from 'vitest/config'

// No test shares state with another, so files share a worker and what they import
// (5 s of a processor instead of 9 s).
export default defineConfig({ test: { isolate: false } })
