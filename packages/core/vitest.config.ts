import { defineConfig } from 'vitest/config'

// Files that share a worker share what they import (16 s of a processor instead of 34 s).
export default defineConfig({ test: { include: ['src/**/*.test.ts'], isolate: false } })
