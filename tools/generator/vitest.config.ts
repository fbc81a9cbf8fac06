import { defineConfig } from 'vitest/config'

// ts-morph and the compiled schemas take longest: files that share a worker share them (13 s instead of 44
// s). The first test that needs them waits for both, on a busy machine longer than vitest's five seconds.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: 'src/temporary-folder.fixture.ts',
    isolate: false,
    testTimeout: 60_000,
  },
})
