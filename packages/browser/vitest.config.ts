import { defineConfig } from 'vitest/config'

// No test shares state with another, so files share a worker and what they import
// (4 s of a processor instead of 5 s).
export default defineConfig({ test: { isolate: false } })
