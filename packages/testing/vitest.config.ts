import { defineConfig } from 'vitest/config'

// No test shares state with another, so files share a worker and what they import (15 s of CPU instead of 32
// s), and what is built is imported as it stands. A flood takes longer than vitest's five seconds on a busy
// machine.
export default defineConfig({
  test: { isolate: false, testTimeout: 60_000, server: { deps: { external: [/\/dist\//] } } },
})
