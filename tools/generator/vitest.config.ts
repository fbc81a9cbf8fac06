import { defineConfig } from 'vitest/config'

// ts-morph and the compiled schemas take longest: files that share a worker share them (13 s instead of 44 s).
export default defineConfig({ test: { include: ['src/**/*.test.ts'], isolate: false } })
